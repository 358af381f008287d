/** All that a message says, once or in two ways; what stands around it says nothing more. */
function whole(before: string, parts: readonly string[]): RegExp {
  const once = `${before}(?:${parts.join('|')})${BEHIND}`;
  return new RegExp(`^${once}(?: ${once})?$`, 'u');
}

/** "Sorry, could you please just …", "I pressed send too early …". */
const ASKS =
  '(?:(?:please|pls|sorry|hey|oh no|oh|no|wait|hm+|ok|okay|well|and|but|so|then|actually|now|hello|hi|bot|excuse me|can|could|may|might|would|shall|should|will|ill|is it possible|is there (?:a|any) way|how (?:do|can|could|would|should)|i|we|you|me|us|let|lets|just|to|want|wanted|like|id|rather|wish|need|have|possible|quickly|maybe|perhaps) )*';
const EXCUSE =
  '(?:(?:oh no )?(?:that was meant for|(?:i|we) (?:just |accidentally )?(?:hit|pressed|clicked|tapped|sent|went|moved|skipped|answered|typed)) (?:\\S+ ){1,9}?)?';
const BEHIND =
  '(?: (?:please|pls|plz|now|again|once more|one more time|for a (?:moment|second|sec|minute)|quickly|instead|properly|differently|better|thanks|thank you|first|then|here|there|go there|in this chat|if possible|sorry|exactly|svp|s ?il (?:te|vous) plait|por favor|bitte))*';

const BEFORE = '(?:last|previous|prior|preceding|former|earlier)';
const STEP = '(?:questions?|answers?|steps?|pages?|screens?|cards?|messages?|reply|entry)';
const THERE = `(?:(?:the |that |my |your )?(?:${BEFORE}|first)(?: (?:${STEP}|one|thing))?|(?:the )?(?:${STEP}|one) before(?: (?:this|that|it)(?: one)?)?)`;

const BACK = [
  `(?:go|get|jump|move|step|take|bring|turn|switch|come|scroll|return|send|head) (?:me |us |it )?back(?:wards?)?(?: (?:a|one|1|two|2|another))?(?: (?:${STEP}|bit|more))?(?: (?:to|at) ${THERE})?`,
  `(?:go|get|jump|move|return|take|bring|send|switch|come|scroll) (?:me |us )?to ${THERE}`,
  `(?:see|show|answer|have|hear|repeat|redo|retry|revisit|reopen|open|retake|do|read|look at|have another (?:look|go|try) at|add something to) (?:me )?(?:the |that |my |your )?(?:${BEFORE} (?:${STEP}|one)|(?:${STEP}|one) before(?: (?:this|that|it)(?: one)?)?)`,
  `(?:a |one |1 |two |2 )?${STEP} back(?:wards?)?|(?:one |two )?back(?: up)?(?: (?:one|two|a|1|2))?(?: ${STEP})?(?: to ${THERE})?|(?:the )?${BEFORE} ${STEP}|the previous one|(?:the )?(?:${STEP}|one) before(?: (?:this|that|it)(?: one)?)?`,
  `(?:undo|revert|reverse|roll back|rewind)(?: (?:that|it|this|(?:a|one) ${STEP}|(?:my|the) ${BEFORE} (?:${STEP}|one|thing)|what i (?:just )?(?:did|said|wrote|typed)))?`,
  '(?:redo|retry|rethink) (?:that|it|this)(?: one| question)?|(?:do|answer|try) that(?: one| question)? (?:again|over|once more|differently)',
  `what was (?:the |my |your )?(?:${BEFORE}|first) (?:question|one)`,
  '(?:accidentally )?(?:skipped|pressed|hit|clicked|tapped|sent|answered|chose)(?: \\S+){0,4} (?:by (?:mistake|accident)|too (?:early|fast|soon|quickly)|accidentally|the wrong (?:button|one))',
  '(?:noch ?mal |bitte |kann ich |konnen wir |ich (?:will|mochte) |geh\\w* |einen |ein |schritt )*zuruck(?: (?:gehen|bitte|noch ?mal|zur (?:letzten|vorherigen|vorigen|ersten) frage))*|(?:zur |die )?(?:letzte|vorherige|vorige)n? frage(?: (?:bitte|noch ?mal))*|(?:mach\\w* )?(?:das )?(?:bitte )?(?:ruckgangig|ungeschehen)(?: machen)?',
  '(?:je (?:veux|voudrais|peux) |on peut |peut on |puis je )?(?:retour|revenir|retourner|reviens|revenez|revenons)(?: (?:en arriere|a la question (?:precedente|d avant|davant)))?|(?:la )?question (?:precedente|davant)|annule(?:r|z)? (?:ca|cela|ma derniere reponse)',
  '(?:quiero |puedo |podemos |me gustaria )?(?:volver|vuelve|vuelva|regresar|regresa|ir)(?: (?:hacia )?atras| a la (?:pregunta )?anterior)|(?:la )?pregunta anterior|un paso atras|deshacer(?: (?:eso|esto))?',
  '(?:(?:ひとつ|一つ|1つ)?前(?:の質問)?(?:に|へ)?)?(?:戻る|戻って|戻りたい|戻して|戻れますか|もどる|もどって)(?:です|ください|下さい)?|前の質問(?:を?お願いします|をもう一度(?:お願いします)?)?|取り消し(?:て(?:ください)?)?',
  '(?:أريد |اريد |هل يمكنني |من فضلك )?(?:رجوع|ارجع|الرجوع|العودة|عودة|تراجع|التراجع)(?: (?:إلى|الي|الى) (?:السؤال )?السابق)?|السؤال السابق',
];

const DOING = '(?:do|say|type|write|answer|reply|enter|press|choose|put|ask)';
const THIS =
  '(?:this|that|it|you|the bot|this bot|this thing|this chat|the question|this question|your question|that question)';
const HELPED = `(?: (?:out|with (?:this|that|it)|${DOING} (?:this|that|it)|understand(?: ${THIS})?|to ${DOING}|to use ${THIS}))*`;

const HELP = [
  '(?:i am|im|am|feel|feeling|got|getting) (?:a bit |a little |totally |completely |really |so |very |quite |now )*(?:stuck|lost|confused|puzzled)(?: (?:with|on|by) (?:this|that|it)(?: one| question)?)?|stuck|confused',
  `(?:still )?(?:dont|do not|didnt|did not|cant|can not) (?:really |quite |fully |even )*(?:understand|get|follow|see|know)(?: (?:this|that|you|(?:the|your|this) question)| what (?:you|this|that) (?:wants?|means?|needs?|is|expects?|are asking)(?: (?:from me|me to ${DOING}))?| what (?:to|i (?:should|can|have to|must|need to|am supposed to)) ${DOING}| how (?:this|it) works| how to (?:use|answer|do) ${THIS})`,
  `(?:explain |tell me |show me |know )?how (?:do|does|can|should|would|must|am|is|to|this|it|i|you) ?(?:i |we |one |you |this |it |that |the bot |this bot |this thing |supposed to |meant to )*(?:(?:use|works?|operate|answer|reply|respond|proceed|talk to|function|start)(?: (?:${THIS}|with you))?|do (?:this|that|it))`,
  '(?:what|which) (?:(?:other|else|kind|kinds|sort|sorts|of) )*(?:commands?|words|keywords|buttons|phrases|options|inputs|answers|choices|instructions) (?:do|can|are|could|may|should) (?:you|i|we|there|available|possible|allowed|accepted)(?: (?:understand|know|accept|use|give|type|say|write|enter|have|support|recogni[sz]e|expect|available|possible|allowed))*',
  `what (?:else )?(?:can|could|should|may|must|do|shall) (?:i|we|one) ${DOING}(?: (?:next|to you|you|with (?:this|you|it)|about (?:this|it)))*|(?:now what|what now)`,
  'what (?:are|were) (?:my|the) (?:options|choices|possibilities|commands)',
  `what do you (?:want|expect|need|understand)(?: (?:from me|me to ${DOING}|to (?:know|hear)))?|what is expected (?:of|from) me|what (?:can you|are you able to) (?:do|understand)(?: for me)?`,
  '(?:show|give|list|see|get|tell)(?: me)?(?: (?:the|a|all|your|some|list of|available|possible))* (?:commands|options|help|menu|instructions|choices)|commands? list|list of commands',
  `(?:(?:really |some(?:one|body) |any(?:one|body) )*(?:help|assist|guide)(?: me| us)${HELPED})|(?:need|get|some|really|require|use|a bit of|a little|more) (?:some |more |a bit of |your )?(?:help|assistance|guidance)${HELPED}`,
  `(?:${THIS}|nothing)(?: is|s)? (?:very |really |so |too |a bit )*(?:confusing|unclear|not clear|makes no sense|doesnt (?:work|make sense)|does not (?:work|make sense)|not working)|nothing happens(?: when i (?:press|click|tap|hit)(?: \\S+){0,4})?|the buttons? (?:does nothing|do nothing|doesnt work|dont work)`,
  '(?:repeat|rephrase|explain|reword|say|ask|clarify)(?: me)? (?:that|this|it|the question|your question|this question|what you meant?)(?: (?:in (?:other|simple|simpler) words|to me|more))*|come again|pardon(?: me)?|say again|what (?:was|is) (?:that|the question|your question)|what did you (?:ask|say|want)',
  '(?:ich )?(?:verstehe?|kapiere?|begreife?) (?:das |die frage |dich |es |hier )*nicht(?: (?:ganz|so ganz))?|(?:ich )?(?:komme|weiss) (?:hier |gerade )*nicht weiter|was (?:kann|soll|muss|darf) ich (?:hier |jetzt |denn )*(?:sagen|schreiben|antworten|machen|tun|eingeben)|wie (?:funktioniert|geht|benutze ich) (?:das|dies|es)(?: hier)?|welche (?:befehle|moglichkeiten|optionen) (?:gibt es|verstehst du|habe ich|kennst du)|(?:kannst du|konnen sie|bitte )?(?:mir )?(?:bitte )?(?:helfen|hilf mir|hilfe)(?: bitte)?|(?:ich )?brauche hilfe',
  'je (?:ne |n )?(?:comprends|comprend|sais) pas(?: (?:la question|quoi (?:dire|faire|ecrire|repondre)))?|je suis (?:perdue?|bloquee?|coincee?)|comment (?:ca|cela) (?:marche|fonctionne)|(?:que puis je|qu ?est ce que je peux|qu est ce que je dois|que dois je) (?:dire|faire|ecrire|repondre)|(?:peux tu |pouvez vous )?(?:m ?aider|aidez moi|aide moi)|jai besoin daide|quelles sont les (?:commandes|options)',
  'no (?:lo )?entiendo(?: la pregunta| nada| esto)?|como (?:funciona|se usa)(?: esto)?|que (?:puedo|debo|tengo que) (?:decir|hacer|escribir|responder|contestar)|ayudame|(?:puedes |me puedes |puede )?ayudar(?:me)?|necesito ayuda|estoy (?:perdid|atascad|confundid)[oa]|que (?:opciones|comandos) (?:hay|tengo|entiendes)',
  'ヘルプ|助けて(?:ください)?|使い方(?:は|を教えて(?:ください)?|が(?:わか|分か)りません)?|(?:質問の?意味が?)?(?:わか|分か)りません|(?:どう(?:すれば|したら)|何(?:を|と)(?:書|言|答|入力)\\S{0,4}ば)(?:いい|よい|良い)(?:の)?ですか',
  'مساعدة|المساعدة|ساعدني|أحتاج (?:إلى )?(?:ال)?مساعدة|كيف يعمل هذا|كيف (?:أ|ا)ستخدم هذا|(?:أنا )?لا (?:أ|ا)فهم(?: السؤال)?|لم أفهم(?: السؤال)?|ماذا (?:يمكنني|أستطيع) أن (?:أقول|أكتب|أفعل)|ما هي (?:الخيارات|الأوامر)',
];

const SKIP = [
  '(?:skip|pass|jump over|omit|leave out)(?: (?:on |over )?(?:this|that|it))?(?: (?:one|question|step|part))?',
  '(?:(?:go|move|jump|get|take|bring|continue|proceed|carry on) )?(?:me |us )?(?:on |straight |ahead )?(?:to|with) (?:the )?(?:next|following)(?: (?:one|question|step|part))?|(?:the )?next (?:one|question)|moving on|(?:carry|move) on',
  'leave (?:this|that|it)(?: (?:one|question))?(?: (?:blank|empty|open|out|unanswered|for (?:now|later)))+|(?:nothing|no answer|none) (?:for|from) me(?: on (?:this|that))?|no answer',
  '(?:dont|do not) (?:feel like|want|wish)(?: to)? (?:answer(?:ing)?|say(?:ing)?|shar(?:e|ing)|tell(?:ing)?)(?: (?:this|that|it))?(?: (?:one|question))?|not (?:answer|say)(?: (?:this|that|it))?',
  '(?:(?:diese|die) frage |das |bitte )*(?:uberspringen|auslassen|weglassen)(?: bitte)?|(?:weiter )?(?:zur |die )?nachsten? frage(?: bitte)?',
  '(?:je (?:passe|saute|prefere passer))|(?:passer|passons|sauter)(?: (?:a )?(?:la |cette )?question(?: suivante)?)?|(?:la )?question suivante|suivante?',
  '(?:saltar|saltarme|salta|omitir|pasar)(?: (?:esta|la|esto)(?: pregunta)?| a la siguiente(?: pregunta)?)?|(?:la )?siguiente(?: pregunta)?|paso',
  'スキップ(?:します|して(?:ください)?|で)?|パス(?:します|で)?|飛ばして(?:ください)?|次(?:の質問)?(?:へ|に)?(?:進んで(?:ください)?|お願いします|進む)?|特に(?:あり|ない)\\S{0,4}',
  'تخط[يى]|التالي|السؤال التالي|تجاوز|(?:أريد )?تجاوز (?:هذا )?السؤال',
];

/** What steers a talk in more ways than a list holds; each is the whole message, so that no answer is one. */
export const STEERS: readonly ['back' | 'help' | 'skip', RegExp][] = [
  ['back', whole(`${EXCUSE}${ASKS}`, BACK)],
  ['help', whole(`${EXCUSE}${ASKS}`, HELP)],
  ['skip', whole(ASKS, SKIP)],
];
