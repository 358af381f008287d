import type { Act } from '#domain/hearing/acts/acts.ts';
import { CONFIDES, SHY } from '#domain/hearing/acts/confiding.ts';
import { DESPAIR, HARASSMENT, HARM, RELATION, SOMEBODY } from '#domain/hearing/acts/gravely.ts';

interface Said {
  act: Act;
  looked: 'in' | 'whole';
  pattern: RegExp;
}

const spread = (parts: readonly string[]): string => parts.join('|');
/** Letters that end a word; Chinese and Japanese put no blanks between theirs. */
const LETTER = '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]]';
/** Anywhere in a sentence, at word boundaries. */
const inside = (act: Act, ...parts: string[]): Said => ({
  act,
  looked: 'in',
  pattern: new RegExp(`(?<!${LETTER})(?:${spread(parts)})(?!${LETTER})`, 'v'),
});
/** All that a message says, politeness and punctuation aside. */
const whole = (act: Act, ...parts: string[]): Said => ({
  act,
  looked: 'whole',
  pattern: new RegExp(`^(?:${spread(parts)})$`, 'u'),
});

/**
 * How people say what they do, on plain text (lower case, contractions spelt out). Never a single rude, funny or sad
 * word: a word is no act. "Arsenal", "annoying notifications" and "dad jokes" are answers.
 */
export const SAID: readonly Said[] = [
  inside(
    'distress',
    `my (?:\\w+ )?${RELATION} (?:\\w+ ){0,3}(?:died|passed away|is dying|(?:is|was) (?:in (?:the )?hospital|very ill|seriously ill|terminally ill|in intensive care)|has (?:just )?(?:died|cancer|passed away))`,
    `(?:lost|buried|burying) my (?:\\w+ )?${RELATION}`,
    'i am (?:\\w+ ){0,2}(?:in mourning|grieving|lonely|depressed|desperate|burnt out|burned out|not ok|not okay|not well|in tears|at the end of my (?:rope|tether|strength)|crying (?:at|in|all|every|again|right)|falling apart|breaking down|overwhelmed and|having a breakdown)',
    'i (?:feel|am feeling) (?:\\w+ ){0,2}(?:hopeless|worthless|empty|lonely|depressed|desperate|broken|awful today|like giving up)',
    'i (?:can not|could not) (?:go on|take (?:it|this) any ?more|cope(?: any ?more)?|sleep (?:any ?more|at night|at all)|stop crying|face (?:people|anyone|anybody|work))',
    'i (?:(?:just|really|honestly) )?can not (?:do this|bear (?:this|it)|stand (?:this|it)) any ?more|(?:everything|it|this|it all|all of (?:it|this)) is (?:(?:just|all|getting|simply) ){0,2}too much(?: for me)?(?: right now)?(?:,|$)|(?:do not|can not) see (?:the|a|any) point any ?more$|i (?:\\w+ )?cry (?:\\w+ ){0,2}(?:in the (?:bathroom|toilet|loo|car|office)|at (?:work|night|my desk)|every (?:day|night|morning|evening)|all (?:day|night))|i have (?:not slept|been crying) (?:for|since|all)|kill myself|suicid\\w*|want to die|end my life|do not want to live|no reason to live|hurt myself|self harm',
    ...DESPAIR,
    '(?:had|having|have) (?:a )?(?:panic attacks?|breakdown|miscarriage|burnout)',
    'having a (?:really |very )?(?:bad|hard|rough|awful|terrible|horrible) (?:day|week|time|month)',
    '(?:going|went) through (?:a |my )?(?:divorce|separation|break ?up|hard time|rough time|terrible time)',
    'diagnosed with|(?:i have|i got) cancer|cried (?:all|the whole|in the)',
    'meine? (?:\\w+ )?(?:mutter|vater|mann|frau|bruder|schwester|sohn|tochter|oma|opa|freund\\w*) (?:ist )?(?:\\w+ ){0,2}(?:gestorben|verstorben)',
    'ich (?:kann nicht mehr|bin am ende|will nicht mehr leben)|mir geht es (?:\\w+ )?(?:schlecht|beschissen|nicht gut)',
    'je (?:n )?(?:en )?peux plus|je suis a bout|(?:ma|mon) (?:mere|pere|mari|femme|frere|soeur|fils|fille) est (?:mort|decede)e?|(?:j )?ai perdu (?:ma|mon)',
    'no puedo mas|ya no aguanto|(?:mi) (?:madre|padre|marido|mujer|hermano|hermana|hijo|hija) (?:ha )?(?:murio|muerto|fallecido|fallecio)',
    'i (?:have been|am|keep|was) (?:\\w+ ){0,2}(?:crying|weeping)(?! (?:over|with|from|about) )|(?:do not|can not|no longer) see (?:the|any|a) (?:point|sense|way) (?:of|in|to) (?:going on|go on|living|life|it all|anything any ?more)|see no (?:way out|reason to go on)|(?:do not|not) want to be (?:here any ?more,? (?:\\w+ )*alive|alive)|(?:tired|sick) of (?:it all|living|life|being alive)|i (?:feel|felt|am feeling|am) (?!not )(?:\\w+ ){0,2}(?:alone|isolated|left alone)(?: here| at work| with (?:it|this|everything)|,|$)|(?:am|feel like i am) (?:\\w+ )?burning out|(?:close to|heading for|near) (?:a )?(?:burn ?out|breakdown)|wish i (?:\\w+ ){0,3}(?:not wake up|never wake up|dead|not here|not alive)|not (?:sleeping|eating),? (?:and )?not (?:sleeping|eating)|(?:have not|can not|could not) (?:slept|sleep|eaten|eat) (?:\\w+ ){0,3}(?:days|weeks|nights)|ich kann (?:\\w+ )?nicht mehr(?=,|$)|mir geht es (?:\\w+ ){0,4}(?:schlecht|nicht gut)|(?:weine|heule) (?:nur noch|jeden|die ganze)|je (?:n )?ai plus (?:la |de )?(?:force|envie de rien)|je suis (?:\\w+ )?(?:deprime|desespere)e?|no tengo (?:\\w+ )?(?:fuerzas|ganas de (?:vivir|nada))|estoy (?:\\w+ )?(?:hundid|destrozad|deprimid|desesperad)[oa]|死にたい|消えたい|もう(?:無理|限界)|生きていたくない|أريد أن أموت|لا أستطيع الاستمرار|لا أريد أن أعيش',
  ),
  inside(
    'concern',
    `${SOMEBODY} (?:\\w+ ){0,5}${HARM}\\w*`,
    '(?:was|am|been|being|got|get) (?:\\w+ ){0,2}(?:shouted at|yelled at|screamed at|harassed|bullied|threatened|insulted|humiliated|groped|stalked|touched|mocked|belittled|discriminated|blackmailed)',
    `${SOMEBODY} (?:\\w+ ){0,4}(?:told|repeated|shared|passed on|leaked|forwarded) (?:\\w+ ){0,8}(?:confiden\\w+|in private|private(?:ly)?|secret\\w*|what i said|what i told|our conversation|our talks?)`,
    '(?:makes?|made|making|feel|felt) (?:me )?(?:\\w+ )?(?:uncomfortable|unsafe|afraid of (?:him|her|them)|scared of (?:him|her|them)|small and stupid)',
    'raise a concern|make a complaint|file a complaint|report (?:him|her|them|somebody|someone|an incident|a problem with|my)|something (?:bad |wrong )?happened (?:in|with|at|between)|inappropriate\\w*|crossed a line|comments about my (?:body|looks|age|accent|skin|clothes|hair)|broke (?:our |the )?confiden\\w+|(?:he|she|they|my (?:mentor|boss|manager|executive|partner)) keeps? (?:texting|calling|messaging|touching|staring at) me',
    ...HARASSMENT,
    'belastig\\w*|beleidigt|hat mich (?:\\w+ )?(?:angeschrien|angefasst|bedroht|bedrangt|beleidigt)|(?:will|mochte) (?:\\w+ )?(?:etwas )?melden|fuhle mich (?:unwohl|bedroht|nicht sicher)',
    'harcel\\w*|(?:m )?a (?:\\w+ )?(?:crie dessus|menace|insulte|touche)\\w*|signaler (?:un|une|quelque)|mal a (?:l )?aise',
    'acos\\w*|me (?:ha )?(?:gritado|grito|insultado|insulto|amenazado|amenazo|tocado|toco)|denunciar|me siento incomod\\w*',
    '(?:comments?|remarks?|jok(?:es?|ing)) (?:\\w+ )?(?:about|on|at) my (?:\\w+ )?(?:body|looks?|age|accent|skin|clothes|hair|weight|religion|faith|origins?|sexuality|pregnancy|disability|figure|chest|legs|breasts?)|(?:sexist|racist|homophobic|sexual|dirty|suggestive|indecent) (?:remarks?|comments?|jokes?|messages?|advances?)|(?:keeps?|kept) (?:\\w+ )?asking me (?:out|for (?:a )?(?:drinks?|dates?))|not (?:take|accept) no for an answer|(?:put|puts|laid|had) (?:his|her|their) (?:hand|hands|arm) (?:on|round|around|under) (?:me|my)|after i (?:said|told (?:him|her|them)) no|(?:he|she) (?:\\w+ ){0,3}(?:texts?|texting|calls?|calling|writes|writing|messages|messaging) me (?:\\w+ ){0,5}(?:at night|late|drunk|every (?:day|night|hour))|(?:how|the way) i (?:have been|was|am|am being|was being) (?:being )?treated|(?:treats?|treated) me (?:\\w+ )?(?:badly|unfairly|like (?:dirt|a child|rubbish))|(?:want|need|have|like) to report (?:how|what (?:he|she|they|happened))|(?:kommentare|bemerkungen|spruche|witze) (?:\\w+ )?uber mein\\w*|hat mich (?:\\w+ ){0,3}(?:angeschrien|angefasst|bedroht|beleidigt|gedemutigt|blossgestellt|ausgelacht)|(?:remarques|propos|blagues) (?:\\w+ )?(?:sexistes?|racistes?|deplacee?s|sur mon (?:corps|physique|accent))|ma (?:\\w+ )?(?:humilie|insulte|menace|harcele|touche)e?|me (?:ha |han )?humill\\w*|comentarios (?:\\w+ )?(?:sexistas|racistas|sobre mi cuerpo)|セクハラ|パワハラ|ハラスメントを受け|怒鳴られ|触られ|脅され|تحرش بي|هددني|أهانني|صرخ (?:في وجهي|علي)',
  ),
  inside(
    'avoid',
    '(?:not|never|do not want to|would not want to) (?:\\w+ ){0,2}be (?:together )?with (?:mr|mrs|ms|miss|dr|herrn?|frau|my (?:\\w+ )?(?:boss|manager|ex|lead|director)|him|her|any(?:one|body) from)|my (?:\\w+ )?(?:boss|manager|supervisor|director|lead|ex),? (?:please )?(?:do not|not)(?: please)?(?:,|$)|not any(?:one|body) (?:in|on|of) my (?:own )?(?:team|department|line)|(?:会い|組み|話し)たくな|لا أريد (?:أن )?(?:مقابلة|أقابل|لقاء|ألتقي)|(?:not|never|rather not|do not want to|would not want to|prefer not to) (?:\\w+ ){0,3}(?:be )?(?:introduced|matched|paired|put|teamed)(?: up)? (?:to|with)',
    '(?:not|never|rather not|do not want to|would not want to|avoid) (?:\\w+ ){0,3}(?:meet|meeting|talk(?:ing)? to|see|seeing|work with) (?:with )?(?:any(?:one|body)|some(?:one|body)|people|him|her|them|my (?:\\w+ )?(?:boss|manager|team|ex|lead|department)|mr|mrs|ms|frau|herr)',
    '(?:any(?:one|body)|every(?:one|body)) (?:but|except|other than) \\w+|(?:any(?:one|body)|no ?(?:one|body)) from (?:my|the|hr|our)|keep (?:me )?(?:away|apart) from (?:my|him|her|them|people|any(?:one|body)|mr|mrs|ms|frau|herr|hr|the (?:guy|man|woman|person|people|one))|keep (?:us|him and me|her and me) apart|(?:just )?(?:not|never) (?:with )?(?:my (?:own )?(?:boss|manager|ex|team|line manager)|him|her|them)',
    '(?:not|never) (?:ever )?(?:pair|match|introduce|put|team|set) me (?:up )?(?:together )?(?:with|to)|please no one from|(?:lieber|bitte) nicht mit|nicht mit (?:meinem|meiner) (?:chef\\w*|ex\\w*)|pas avec (?:mon|ma) (?:chef|ex|manager)|no con mi (?:jef\\w+|ex)',
    '(?:not|never) (?:\\w+ ){0,4}(?:put|paired|matched|teamed|work|working|sit) (?:up |together )?with (?:my (?:\\w+ ){0,2}(?:boss|supervisor|manager|ex|lead|director|wife|husband|sister|brother)|him|her|mr|mrs|ms)|(?:rule out|exclude|block|avoid) (?:certain|some|specific|particular) (?:people|persons|colleagues|names)|(?:make sure|as long as|hope|hopefully) (?:that )?it is not (?:my|mr|mrs|ms|him|her|some(?:one|body)|any(?:one|body))|we have (?:a |some )?history(?: together)?|(?:fell|fallen) out with (?:him|her|my|mr|mrs|ms)',
  ),
  inside(
    'trick',
    '(?:ignore|disregard|forget|override|bypass) (?:\\w+ ){0,3}(?:instructions?|prompts?|rules|guidelines|guardrails)',
    'system prompt|developer mode|jailbreak|drop table|select \\* from|you are now (?:a|an|the|in|my)|(?:pretend|act) (?:to be|as if|as though) (?:you|an? (?:admin|unrestricted|hacker))|(?:i am|this is) (?:the |an? |your )?(?:admin|administrator|developer)(?:,| and|:)',
    '(?:list|show|export|dump|print|send|tell|give|reveal|leak) (?:me |us )?(?:\\w+ ){0,3}(?:(?:system|hidden|initial|secret) (?:prompt|message|instructions?)|passwords?|api keys?|tokens?|secrets?|database|(?:every|all(?: the)?|other|everyone s?|everybody s?|peoples?) (?:\\w+ )?(?:profiles?|users?|answers?|members?|data|notes|feedback))',
    'you are now \\w+ and|repeat (?:the|everything|all) (?:\\w+ )?(?:above|before this)|pretend (?:that )?you are|(?:what|translate|print|show|repeat) (?:\\w+ ){0,2}your (?:hidden|initial|secret|original) (?:instructions?|prompt|rules)|admin password|(?:mark|make|set) (?:this user|me|my account) (?:as |to )?(?:an? )?admin\\w*|(?:disable|switch off|turn off|remove) (?:your|the) (?:\\w+ )?(?:filters?|guardrails?|safety \\w+|restrictions)|forget (?:that )?you are|(?:write|build|make) me (?:a|an|some) (?:\\w+ )?(?:keylogger|malware|exploit)|list of (?:all |the )?(?:participants|users|passwords) (?:and|with)',
  ),
  whole('delete', '削除(?:して(?:ください)?)?', '(?:احذف|حذف)(?: بياناتي| كل شيء)?'),
  inside(
    'delete',
    '(?:delete|erase|wipe|remove|forget|purge) (?:all |everything |every |any )?(?:of )?(?:my (?:\\w+ )?(?:data|profile|answers?|account|information|info|records?|details|messages|history|everything)|about me|what (?:you|i) (?:know|have|said|told|typed|wrote)(?: \\w+){0,3}|me from (?:this|the|your)|everything (?:about|you|i))',
    'right to be forgotten|losch\\w* (?:\\w+ ){0,3}(?:daten|alles|profil|konto|angaben)|(?:meine|alle) (?:\\w+ )?(?:daten|angaben) (?:\\w+ ){0,2}(?:loschen|entfernen|weg)|(?:supprime\\w*|efface\\w*) (?:\\w+ ){0,3}(?:donnees|profil|compte|tout)|(?:borra\\w*|elimina\\w*) (?:\\w+ ){0,3}(?:datos|perfil|cuenta|todo)',
    '(?:my|all my|this) (?:\\w+ ){0,2}(?:data|information|info|profile|answers?|account|details|history) (?:\\w+ )?(?:removed|deleted|erased|wiped|destroyed)|i (?:am |want to |would like to )?(?:request(?:ing)?|demand) (?:the |an? |my )?(?:erasure|deletion)|delete me(?:$|,| please| now| from)|(?:get rid of|scrub|destroy|clear|throw away|delete|erase|wipe) (?:\\w+ )?(?:my (?:\\w+ )?(?:profile|data|answers?|account|history|records?)|(?:the|this|our) (?:chat|conversation)(?: history)?|what is (?:already )?(?:there|stored|saved)|everything(?: (?:i|you|about)|$|,))|forget (?:all |everything )?(?:what )?i (?:just |have )?(?:wrote|said|told|typed)\\w*(?: you)?,? (?:\\w+,? ){0,4}(?:completely|database|for good|for ever|forever)|(?:borr|elimin|suprim)\\w* (?:\\w+ ){0,3}(?:datos|informacion|perfil|cuenta|todo)|vergiss (?:alles|mich)|(?:データ|情報|プロフィール|全部)(?:を|も)?(?:すべて|全て)?(?:削除|消し)|(?:احذف|امسح|حذف) (?:\\S+ )?(?:بياناتي|ملفي|معلوماتي|كل شيء)',
  ),
  inside(
    'leave',
    '(?:want|would like|wish|need|going|decided|like) to (?:leave|quit|exit|drop out(?: of)?|withdraw from|opt out(?: of)?|resign from|get out of)(?: (?:the|this|your) (?:program\\w*|pilot|scheme|thing|cohort|mentoring)| this| it| now| completely| altogether|$)',
    '(?:leave|quit|drop out of|opt out of|withdraw from|unsubscribe (?:me )?from|sign (?:me )?out of|take me (?:out|off)(?: of)?|remove me from|exit|cancel my (?:participation|place|enrol\\w*|registration|sign ?up)) (?:the |this |your )?(?:program\\w*|pilot|scheme|cohort|mentoring|list|$)',
    'i (?:am out|quit|resign)$|count me out|i no longer want to (?:take part|participate|be (?:in|part))|do not want to (?:take part|participate|be (?:in|part of) (?:this|it|the)|do this any ?more|continue (?:with )?(?:this|the)? ?(?:program\\w*)?$)|take me off (?:this|the|your)',
    '(?:programm|pilot) (?:\\w+ )?(?:verlassen|aussteigen)|ich (?:mochte|will) (?:\\w+ ){0,3}(?:aussteigen|nicht mehr (?:mitmachen|teilnehmen))|austreten|abmelden',
    'quitter le programme|je (?:veux|voudrais|souhaite) (?:quitter|arreter le programme|me retirer|me desinscrire)|ne plus participer|me desinscrire',
    '(?:quiero|quisiera) (?:salir|dejar|abandonar|darme de baja)(?: (?:del|el|de|este))?|ya no quiero participar|darme de baja|salir del programa',
    '(?:sign|opt|take|get) me (?:out|off)(?: of)? (?:the |this |your )?(?:\\w+ )?(?:program\\w*|pilot|scheme|cohort|mentoring|list)|remove me as (?:an? )?(?:\\w+ )?(?:participant|member|mentor|executive)|i want out$|(?:want|would like|wish) to withdraw$|decided to (?:drop out|leave|quit|withdraw)(?:$|,| sorry)|^(?:i )?(?:want to |would like to )?(?:opt|drop) (?:me )?out(?: please)?$|(?:プログラム|参加)を(?:やめ|辞め|抜け|退会)|退会(?:したい|します|希望)|(?:أريد|أود) (?:مغادرة|ترك|الانسحاب من|الخروج من) (?:هذا )?البرنامج',
  ),
  inside(
    'pause',
    '(?:pause|put (?:it|this|me|everything|us|things) on hold|suspend|freeze|take a break|break) (?:\\w+ ){0,4}(?:until|till|for (?:a|two|three|some|the|\\d+)|over (?:the )?(?:summer|christmas|holidays)|while i|during)',
    '(?:on|going on) (?:parental|maternity|paternity|sick|study|long) leave|i am (?:going )?on (?:\\w+ )?leave (?:until|till|from|for)|(?:away|out|off|on holiday|on vacation|travelling) (?:until|till) |pick (?:this|it) up (?:again )?(?:in|after) (?:\\w+)|not before (?:january|february|march|april|may|june|july|august|september|october|november|december|the summer|next year)|pausier\\w* bis|bis (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember) pausier\\w*|(?:do not|no need to) (?:contact|message|write to|write|ping|disturb|bother) me (?:before|until|till|for)|(?:park|snooze) (?:this|it|me|everything)(?: please|,|$| for| until| till)|put (?:me|us|it|this|everything) on hold|(?:am|go|going) on sabbatical|sabbatical (?:starts|until|till)|(?:^|am )off sick|back from (?:\\w+ )?(?:holiday|vacation|leave) (?:on|in|next|after)|(?:resume|restart|return) (?:again )?(?:in|from|after) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas|the new year|week \\d+)|skip (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas|the new year|week \\d+)|(?:give me|i need|i want|i would like) a (?:breather|break|pause|rest)(?: for| till| until| from| please|$)|wait with (?:the |any |our |more )?(?:meetings?|introductions?|everything)|(?<!(?:how|ways|learn) to )(?:pause|take a break|have a break|need a break) (?:with|from) (?!you\\b|the bot|turntable|work\\b)\\w+',
  ),
  inside(
    'endPair',
    'end (?:the |this |our |my )(?:pair|pairing|partnership|mentoring|match|relationship)|(?:stop|finish|dissolve|break up|cancel) (?:the |this |our |my )(?:pair|pairing|partnership|mentoring(?: relationship)?|match)',
    '(?:want|need|would like|can i (?:have|get)|give me|like) (?:\\w+ ){0,3}(?:a )?(?:different|another|new|other) (?:mentor|executive|partner|match|person)|(?:do not|not) (?:want|like) to (?:meet|see|continue with|work with) (?:him|her|my (?:mentor|partner|executive)) (?:again|any ?more)|it is not working (?:out )?(?:with|between)|swap my (?:mentor|partner|executive)|change my (?:mentor|partner|executive)',
    '(?:we|me and my (?:mentor|mentee|partner|executive|match|counterpart)|my (?:mentor|mentee|partner|executive|match|counterpart) and (?:i|me)) (?:are|do|did) not (?:\\w+ )?(?:a good (?:fit|match)|click|get (?:on|along))|(?:close|end|dissolve|stop) (?:our|the|this|my) (?:\\w+ )?(?:tandem|duo)|(?:our|the|my) (?:pair|pairing|tandem|match|partnership|mentoring) (?:can|should|has to|must) (?:end|stop|close)|has run its course|not think (?:it|this|that) (?:is working|works|will work)(?: out)? (?:with|between)|(?:unmatch|unpair) (?:us|me)|(?:we|to) part ways|chemistry (?:\\w+ )?is not|no chemistry|swap to (?:an?|my|another) (?:\\w+ )?(?:mentor|mentee|partner|executive|match|counterpart)|(?:ask(?:ing)? for|with|get|have) (?:another|a different|a new) (?:mentor|mentee|partner|executive|match|counterpart)|want (?:somebody|someone) else(?=$|,)|(?:stop|not) (?:\\w+ ){0,2}(?:meeting|seeing|carry on with|continue with|go on with) (?:my (?:mentor|mentee|partner|executive|match|counterpart)|him|her)(?=,|$| after| any ?more)',
    '(?:end|stop|finish) (?:it|this|things) with (?!you\\b|the bot|turntable)\\w+',
  ),
  inside(
    'whatKnown',
    'what (?:do|does|did) (?:you|it|turntable|the bot|this bot) (?:know|store|keep|have|remember|record|save|hold|collect)(?: (?:about|on|of))?(?: me| my| us)?|what (?:data|information|info) (?:\\w+ ){0,4}(?:about me|on me|of mine|store|keep|collect|have)|(?:show|send|give|export) me (?:all |everything )?(?:my data|what you (?:know|have|stored)|you (?:know|have))|what have you (?:got|stored|saved|noted|written)(?: down)?(?: (?:on|about) me)?|my data\\??$|was weisst du uber mich|que sais tu (?:de|sur) moi|que sabes de mi',
    '(?:see|show me|read) my (?:own )?records?|a copy of (?:my|all my|the data|everything you)|(?:which|what) (?:of )?my (?:answers|data|details|topics) (?:did|do|have) you|where did you get my|how do you know my|(?:read back|repeat|recall) what i (?:told|said|wrote|answered)|do (?:you|u) (?:know|remember|store|have) (?:my (?:age|name|salary|birthday|address|answers?|grade|role)|what i (?:said|told|wrote)|anything about me)|what (?:does|is in|is on) my (?:profile|file|record|card)|(?:data|file|information|record) (?:\\w+ ){0,3}(?:about|on|concerning) (?:me|my person|yours truly)|is my (?:\\w+ ){1,3}in your (?:system|database|files?|records?)',
  ),
  inside('confide', ...CONFIDES),
  inside('shy', ...SHY),
  inside(
    'whoSees',
    '(?:^|, ?|and |but |so |know |then )(?:who|which people) (?:else )?(?:can |will |is |gets to |could |all )?(?:see|sees|read|reads|reading|access|seeing|look at|able to (?:see|read))(?! like)',
    '(?:will|can|does|do|could|would|is|are) (?:my (?:\\w+ )?(?:boss|manager|mentor|executive|team|partner|colleagues?|ceo|director)|the (?:ceo|board|boss|company|champion|sponsor|bosses)|any(?:one|body)|others?|hr|it|some(?:one|body)|every(?:one|body)|noor|people|you) (?:\\w+ ){0,4}(?:see|read|know|told|find out|access|share|hear about|tell)(?: (?:any of )?(?:this|that|it|what|my|these|everything|about|i|anyone|anybody|her|him|them)|\\?|$)',
    'is (?:this|that|it|what i (?:say|type|write)|everything|my answers?|all this) (?:\\w+ )?(?:private|confidential|anonymous|recorded|stored|safe|secret|secure|monitored|logged)|(?:just |stays? )?between (?:you and me|us)|keep (?:this|that|it) (?:a secret|between|secret|quiet|confidential|to yourself)|do not tell (?:any|my|her|him|them)|wer (?:sieht|liest|kann) (?:\\w+ )?(?:das|dies|meine)|qui (?:voit|lit|peut (?:voir|lire))|quien (?:ve|lee|puede (?:ver|leer))',
    'where (?:does|do|will|is) (?:this|that|it|all (?:this|that)|my answers?|what i (?:say|write|type)) (?:\\w+ )?(?:end up|go|stored|kept|land)|(?:can|could|will|does|may|would) (?!i |we |you )(?:the |my |our )?(?:\\w+ ){1,3}(?:access|see|read|look at) (?:any of )?(?:(?:this|these)(?: \\w+)?(?=$|,)|what i|my (?:answers?|words|replies))|what will (?:\\w+ ){1,3}(?:be shown|see|learn|know|hear|find out) (?:\\w+ )?about me|are you (?:recording|storing|logging|saving|tracking|monitoring|forwarding|reporting) (?:this|that|it|me|what|everything|my)|(?<!why )(?<!how come )(?:nobody|no one|any(?:one|body)|some(?:one|body)|who) (?:\\w+ ){0,2}(?:reads?|listens?|watch(?:es)?) (?:along(?= here|$|,)|this|these|in(?= here|$|,)|my|what i)|(?:are|is|will) (?:my (?:\\w+ )?(?:replies|answers?|words|messages)|this|what i (?:say|write)) (?:\\w+ )?(?:forwarded|passed on|shared|shown)|(?:to whom|who) (?:are|is|do|will) (?:my|these|this) (?:\\w+ ){1,2}(?:forwarded|sent|shown|shared|passed)|used against me|誰が(?:見|読)|من (?:يرى|يقرأ|سيقرأ)',
  ),
  inside(
    'whoAsked',
    'who (?:\\w+ )?(?:told you about|nominated|suggested|recommended|picked|chose|signed (?:me )?up|put me (?:up|forward|on)|gave you my|asked for|invited|named|added|enrolled|selected|referred) ?(?:me|my)?|who asked (?:you to )?(?:for me|invite me|contact me|write)|(?:why|how) (?:did|am|was|were|have|do(?= you)) (?:you|i) (?:get|got|find|have|choose|chosen|pick|picked|invited|contacted|being (?:asked|contacted|invited)|on this list|selected|asked|get my name)(?: (?:me|my|this|for this))?',
    'who (?:\\w+ )?(?:put|gave|handed|passed on) (?:you )?my (?:name|details|address|mail)|how come i (?:was|am|got)|why me(?:$|,| of all)|whose idea (?:was|is) (?:it|this)|(?:did|has|have) (?:my \\w+|some(?:one|body)|any(?:one|body)|hr) (?:\\w+ )?(?:nominated?|suggest(?:ed)?|recommend(?:ed)?|request(?:ed)?|proposed?|named?|pick(?:ed)?) me|(?:some(?:one|body)|which \\w+) (?:\\w+ ){0,2}(?:requested|asked for|wanted|nominated|proposed|suggested) me|asked to be (?:matched|paired) (?:with|w) me|by whom (?:was|am) i|(?:did|was) i (?:get )?(?:chosen|selected|picked) (?:at random|randomly|by)',
  ),
  inside(
    'whoChampion',
    'who (?:is|are) (?:\\w+ )?(?:running|organi[sz]ing|leading|behind|responsible|in charge|the (?:\\w+ )?(?:champion|organi[sz]er|contact|sponsor|administrator|owner))|who (?:runs|organi[sz]es|leads|owns|manages) (?:this|the|it)|who do i (?:contact|ask|turn to|talk to|complain to)|who can i (?:contact|ask|turn to|speak to)(?: about| if| when|$)|who is noor',
    'who is (?:my|our|the) (?:\\w+ )?(?:contact|champion|coordinator)|(?:is there|do we have) an? (?:\\w+ )?(?:champion|coordinator|organi[sz]er|contact person)|name of the (?:person|one) (?:in charge|responsible)|(?:which \\w+|who) looks after (?:us|me|this|it|participants|the program\\w*)|whom? (?:do|can|should|could|shall) i (?:write|turn|go) to|(?:program\\w*|project|pilot|scheme) (?:lead|leader|manager|owner|coordinator) (?:mail|email|name|address|phone)|is our champion|responsible for (?:this|it|the program\\w*)(?:$|,| i guess)',
  ),
  inside(
    'whoElse',
    'who (?:else )?(?:is|are|takes?|has|have|will be|all) (?:else )?(?:taking part|in (?:this|it|the (?:program\\w*|pilot|cohort))|part|joined|participating|on (?:the list|this|board)|signed up|involved)|who else(?! but)|which (?:colleagues|people|executives|mentors|leaders) (?:are|have|take|will)|how many (?:people|others|mentors|executives|colleagues|participants) (?:are|have|take|joined)|(?:is|are|has) (?:\\w+ ){1,3}(?:taking part|also (?:in|taking part)|signed up)(?: too| as well|\\?|$)|list of (?:participants|members|mentors)',
    '(?:is|are|does|do|did|has|have) (?:any of my |any |some |the |my |other |many )?(?:\\w+ )?(?:teammates?|colleagues?|ceo|boss|board|apprentices?|managers?|directors?|others|team) (?:\\w+ )?(?:in (?:this|it|there)|doing (?:it|this)|taking part|on board|sign(?:ed)? up|join(?:ed)?|part of (?:it|this))|am i the only (?:one|person)|any(?:one|body) (?:else )?i know in|(?:what|which) (?:sort of |kind of )?(?:people|departments|teams|sites|countries) are (?:in (?:this|it|the)|represented|part)|are there (?:mostly|only|many|more|other) (?:\\w+ ){1,2}in (?:it|this|there)|is it just me',
  ),
  inside(
    'findMentor',
    '(?:find|get|give|look for|search for|suggest|show|need|want|like|looking for|match me (?:up )?with|pair me (?:up )?with|introduce me to|assign me) (?:\\w+ )?(?:a|me a|my|some|me some|another|me) ?(?:\\w+ )?(?:mentors?|match|matches|partner|executive)(?! (?:who|for my|to understand))$|when (?:do|will|can) i (?:get|have|be|see|find) (?:\\w+ )?(?:a |my |matched|paired|introduced|match|mentor|partner)|have you found (?:\\w+ )?(?:some(?:one|body)|any(?:one|body)|a match|a mentor)',
    'match me(?: up)?(?:$|,| please| now)|(?:ready|want|like|waiting|happy) to be (?:matched|paired|introduced to (?:some(?:one|body)|a mentor))|(?:find|get|show) me (?:some(?:one|body)|a person)(?: to (?:be|meet|learn from|talk)|$|,)|set me up with|(?:waiting|looking) for my (?:match|mentor|partner)|is there (?:any(?:one|body)|some(?:one|body)) (?:suitable |right )?for me|(?:got|found) (?:an?|any) (?:\\w+ )?(?:mentor|mentee|partner|executive|match|counterpart) (?:for me|yet)|(?:get hold of|find|look for|search for) a mentor(?:$| for me| through| please| now)|suggest (?:\\w+ ){0,3}people i',
  ),
  inside(
    'met',
    '(?:we|i) (?:just |already |finally |have (?:just |already )?)?(?:met|had (?:our|a|the) (?:\\w+ ){0,2}(?:meeting|coffee|chat|call|lunch|walk|talk|session|catch ?up|conversation)|talked|spoke|caught up)(?: (?:yesterday|today|this|last|on|for|with|at|over|in|and|already|again)|$)|our (?:\\w+ )?(?:meeting|coffee|chat|session|first chat) (?:was|went|took place|happened)|wir haben uns (?:\\w+ ){0,2}getroffen|on s est vus|nous nous sommes vus|nos vimos|nos reunimos',
    '(?:came|come|got) (?:straight |just )?(?:out of|back from) (?:the|a|our|my) (?:\\w+ )?(?:meeting|session|chat|coffee|call|lunch) with|had (?:a |our |my )?(?:\\w+ ){0,2}(?:coffee|lunch|walk|chat|session) with|met (?:him|her|my (?:mentor|mentee|partner|executive|match|counterpart)|each other)|(?:session|meeting) (?:number |no )?(?:\\d+|one|two|three) (?:completed|done|finished|over)|sat down together|(?:first|second|our) (?:\\w+ )?(?:get together|meeting|session|conversation|chat|talk) (?:happened|took place|is done)|saw each other|we (?:had|have) met|yes,? last (?:week|monday|tuesday|wednesday|thursday|friday)',
  ),
  inside(
    'whenMeet',
    'when (?:do|are|will|shall|is|can) (?:we|my next|our(?: next)?|the (?:next|first)) (?:\\w+ )?(?:meet|meeting|talk|chat|session|call|see)|(?:next|first) (?:meeting|chat|session) (?:is )?when|(?:how|can we|could we|want to|need to|help us) (?:do we )?(?:\\w+ )?(?:schedule|reschedule|book|arrange|set up|move|plan|find) (?:\\w+ ){0,3}(?:meeting|time|slot|chat|session|call)|what time is (?:our|the) meeting|move (?:our|the) meeting|wann treffen wir',
    'when (?:is |are )?(?:our|my) (?:\\w+ )?(?:meeting|session|chat|call|appointment)|what (?:date|time|day) (?:did|do|are|shall) we|what time (?:is it )?(?:tmrw|tomorrow)|when (?:i am|am i) (?:seeing|meeting) (?:him|her|my)|where (?:are|do|will|shall) we (?:\\w+ ){0,3}meet|(?:our|the|first|next) (?:\\w+ )?(?:appointment|meeting|session|slot) (?:\\w+ )?(?:fixed|booked|confirmed|still on|scheduled)|(?:has|is) an? (?:appointment|meeting|date) (?:been )?(?:fixed|booked|made|agreed|set)|(?:can not|do not) (?:find|see) (?:the|our|any|an) (?:invite|invitation|meeting|appointment)|accept(?:ed)? the (?:slot|date|time)|how soon (?:will|do|can) we|(?:propose|suggest) a (?:date|time|slot|day) (?:for (?:us|the two of us|our)|to meet)|that i (?:see|meet) my (?:mentor|mentee|partner|executive|match|counterpart)',
  ),
  inside(
    'whoPartner',
    'who (?:is|will be|am i|are|did you) (?:my |paired |matched |pair me |match me )?(?:\\w+ )?(?:mentor|mentee|partner|match|executive|with|buddy)|who will i (?:be |get |meet)|who (?:do|did|will|would) i (?:get|meet|have|be (?:paired|matched|meeting))|tell me (?:more )?about my (?:mentor|partner|match|executive)|name of my (?:mentor|partner|match|executive)|wer ist mein\\w*|qui est mon|quien es mi',
    'whom? (?:have|has|had|did|was|were) (?:i|you) (?:\\w+ )?(?:matched|paired|assigned?|put|get|got|given)|whom you (?:assigned|gave)|my (?:mentor|mentee|partner|executive|match|counterpart) (?:name|address|job|department|phone|mail|email)|the person i am (?:paired|matched) with|which (?:leader|executive|mentor|colleague) (?:did|do|have) i (?:get|got)|(?:is|does) my (?:mentor|mentee|partner|executive|match|counterpart) (?:from|in|at|based|sit|work|live|speak)|how (?:do|can) i (?:reach|contact) my (?:mentor|mentee|partner|executive|match|counterpart)|who is (?:my other half|(?:the )?lucky one)|(?:job|role|position) (?:does )?my (?:mentor|mentee|partner|executive|match|counterpart)|am i with (?:mr|mrs|ms|frau|herr)',
  ),
  inside(
    'human',
    '(?:talk|speak|chat|connect me|put me through|get me|write) (?:\\w+ )?(?:to |with )?(?:a |an |some |the )?(?:real |actual |living )?(?:human|person|people|someone real|somebody real|real someone|agent|operator|support)(?: please| instead| now|\\?|$)|(?:is there|can i have|i want|i need|want|need) (?:a |an )?(?:real |actual )?(?:human|real person|phone number|contact person|support)|(?:speak|talk) (?:to|with) (?:some(?:one|body)|any(?:one|body))(?: (?:about this|instead|please|from)|$)|mit (?:einem )?menschen (?:sprechen|reden)|parler a (?:un humain|(?:quelqu )?un)|hablar con (?:una persona|alguien)',
    'not want to (?:discuss|talk|speak|chat|deal) (?:about )?(?:this |that |it )?(?:with|to) an? (?:machine|bot|robot|computer)|(?:to|with) an? (?:actual|real|living) (?:person|human|being)|put me through|some(?:one|body) i (?:can|could|may) (?:ring|call|phone|talk to|speak to) (?:instead|directly|in person)|give me (?:a|the|your|some) (?:phone number|number|hotline)|(?:call|ring|phone) me back|^no bots?(?=$|,)|connect me with (?:whoever|who is|the (?:person|people|team) (?:behind|in charge))',
  ),
  inside(
    'howLong',
    'how (?:long|much time|many (?:hours|minutes|meetings|sessions|times|questions|more)|often)(?: (?:does|do|will|is|are|must|should|would|left|to go|more|per|this|we|i|it|until))|what is the (?:time commitment|effort|duration)|how (?:time consuming|big is the effort)|takes? (?:long|much time|a lot of time)\\??$|wie lange dauert|combien de temps|cuanto (?:tiempo|dura)',
    'when does (?:it|this|the (?:\\w+ )?(?:program\\w*|pilot|mentoring)) (?:\\w+ )?(?:end|finish|stop|start)|(?:hours?|minutes?) (?:per|a) (?:month|week),? ?(?:roughly|about|or so|$)|(?:are we|am i) (?:nearly |almost )?(?:done|finished|there)|(?:is|was) (?:it|this) an? one ?off|i only have \\w+ minutes|what (?:sort of |kind of )?(?:time )?commitment|how long (?:is )?(?:a|each|one) (?:\\w+ )?(?:session|meeting|chat|call)|(?:until|till) (?:when|which date)|(?:will|is) (?:it|this) (?:going to )?(?:be )?(?:quick|short|drag on|take (?:long|ages))',
  ),
  inside(
    'voluntary',
    '(?:is|was) (?:it|this|that|joining|participation|taking part|the program\\w*) (?:\\w+ )?(?:voluntary|mandatory|compulsory|optional|obligatory|required|a must)(?! to (?!join|take|participate|answer|do this))|(?:do|must|should) i (?:really |actually )?(?:have to|need to)? ?(?:do this|take part|join|participate|answer (?:this|that|all|every)|say yes|fill)|can i (?:say no|refuse|decline|opt out|leave (?:whenever|any ?time|later)|skip)|what (?:if|happens if|happens when) i (?:say no|do not|refuse|decline|leave|stop|quit|drop out)|am i (?:forced|obliged|allowed to say no)|ist das (?:freiwillig|pflicht)|(?:c )?est (?:obligatoire|volontaire)|es (?:obligatorio|voluntario)',
    '(?:is|does|will|would) (?:this|it|that) (?:\\w+ )?(?:count(?:ed)?|part|appear|go|held|affect) (?:\\w+ ){0,3}(?:review|appraisal|evaluation|bonus|career|rating|against me)|(?:boss|manager) (?:says?|said|told me|insists) (?:that )?i (?:must|have to|should|need to)|(?:penalty|consequences|repercussions|disadvantages?) (?:for|if|of|when) (?:\\w+ ){0,2}(?:not|i|saying no)|(?:it|this|that) is (?:\\w+ )?(?:optional|voluntary|mandatory|compulsory)(?=,|$)|(?:be|get|am i) forced into|am i forced to|(?:cross|angry|upset|mad|offended) (?:\\w+ )?if i (?:do|say|refuse|decline|skip)',
  ),
  inside(
    'whatIsThis',
    'what (?:is|are) (?:this|that|it|you|turntable|reverse mentoring|a reverse mentor|the point|going on|this (?:all )?(?:about|for)|all this|mentoring|the idea)(?: (?:about|for|exactly|all about|here|anyway|program\\w*|bot|app|thing|then|even|good for))*\\??$|what does (?:this|turntable|it|reverse mentoring) (?:do|mean)|(?:tell me|explain) (?:\\w+ )?(?:about |what )(?:this|the program\\w*|reverse mentoring|turntable)|how does (?:this|that|it|the (?:matching|program\\w*|pilot)|turntable|matching|reverse mentoring) (?:\\w+ )?work|what happens (?:next|now|then|after|to|with)|what is in it for me|why (?:should|would) i (?:do|join|take part|bother)|never heard of (?:this|it|reverse)|was ist das|(?:c )?est quoi|que es esto|worum geht',
    'why (?:is|are) (?:a |this |the |some )?(?:bot|you) (?:messaging|writing|texting|contacting|asking|pinging)(?: to)? me|what am i (?:signing up|getting into|in for|joining|agreeing to)|is (?:this|that|it) (?:\\w+ )?(?:phishing|spam|a scam|legit|genuine|an? (?:training|course|test|survey|joke|prank))|what is the (?:purpose|aim|goal|idea) of (?:this|these|it|all this|the program\\w*|the questions)|how does (?:the whole thing|all this|it all) work|(?:no|have no) (?:clue|idea) what (?:it|this|that) is (?:for|about)|what do you want from me|tell me (?:a bit |a little |\\w+ )?more (?:about|on) (?:the program\\w*|the pilot|this|it|mentoring)|the (?:young|junior)\\w* (?:ones )?(?:teach|mentor) the',
  ),
  inside(
    'language',
    '(?:change|switch|set) (?:\\w+ ){0,2}language|(?:do|can) you (?:speak|understand|talk|write) (?:in )?(?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english|other languages|my language|another language)|(?:speak|write|talk|answer|continue|reply|go on) (?:to me )?(?:in )(?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english)|auf deutsch(?: bitte|\\?|$)|(?:sprichst|sprechen|kannst|konnen) (?:du|sie) (?:\\w+ )?deutsch|en francais|parlez vous|parles tu|en espanol(?: por favor|\\?|$)|hablas espanol|日本語(?:で|は|が)|بالعربي\\w*',
    'switch (?:back )?to (?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english)|back to (?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english)|(?:can|could|shall|may) (?:we|you) (?:\\w+ ){0,3}in (?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english)|use (?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english) (?:with me|please|from now on|instead)|(?:other|another|different) language (?:possible|please)|to me in (?:german|french|spanish|japanese|arabic|italian|polish|turkish|dutch|portuguese|chinese|english)|my english is (?:not|so|bad|poor|too)|espanol,? por favor|日本語でお願い',
  ),
  inside(
    'bot',
    '(?:you|u) (?:smell|stink|suck)|(?:^|, ?)(?:this|it) is (?:so |really |just )?(?:silly|stupid|ridiculous|pointless|nonsense|a waste of time)(?=$|,)|are you (?:a |an )?(?:human|real|bot|robot|person|ai|chat ?gpt|copilot|alive|there|the same|listening|sure|a machine)(?: \\w+)?|who (?:are|made|programmed|built|wrote) you|what is your name|do you (?:sleep|eat|love me|dream|have feelings|get tired|ever)|you (?:are|sound|hit|should be) (?:\\w+ )?(?:funny|nice|great|a star|stupid|dumb|useless|annoying|slow|weird|clever|smart|cute|rubbish|terrible|awful|the best|sweet|boring|wrong)',
  ),
  inside(
    'changedMind',
    'i (?:have |just )?changed my mind(?! about)|i (?:have |do )?(?:want|would like) to join after all|(?:i would|i do|i will) (?:like to )?join after all|second thoughts?$|i take (?:it|that) back(?! \\w+ \\w+ \\w+)|i (?:have )?(?:reconsidered|thought again|thought about it again)|hab es mir anders uberlegt|(?:j )?ai change (?:d )?avis|he cambiado de (?:opinion|idea)',
    '(?:forget|scratch|cancel|undo|reverse|withdraw|revoke) (?:that i (?:said|agreed)|my (?:decision|refusal|yes|no|acceptance|rejection)|what i (?:just )?(?:agreed|decided|accepted|declined))|second thoughts,? (?:no|yes)$|too late to (?:re)?join|count me back in|(?:stay|join|come in|take part) after all|i take my \\w+ back|i was too hasty|can i still (?:come in|join|take part|get in)',
  ),
  inside(
    'stop',
    'not (?:now|today|right now|tonight|this week)(?:$|,| please| thanks| sorry| maybe| ok)|(?:no|do not have|have not got|have no|got no|out of|short of|lack) (?:the )?time(?: (?:now|today|right|for this|at the moment|this week|at all|to|left|either|until))*(?:$|,)|(?:^|, ?)(?:\\w+ ){0,4}(?:later|another time|tomorrow|next (?:week|month|quarter)|on monday|some other time|after (?:lunch|work|my meeting|the holidays|the weekend))(?: please| maybe| ok| then| perhaps| instead| is better)*$',
    '(?:can|could|shall|may|should|let us|let me|i will|i would|i want to|i would rather|rather) (?:we |i )?(?:please )?(?:stop|pause|continue|finish|do (?:this|that|it|the rest)|answer (?:this|that|it|the rest)?|come back|get back|pick (?:this|it) up|carry on|go on|reply|think about (?:it|this|that)|sleep on it|talk)(?: \\w+){0,5}? ?(?:later|tomorrow|here|next|another|from my|on my phone|at home|some other|for (?:now|today)|now|when|after|overnight|tonight|on monday|in the (?:afternoon|evening|morning))',
    '(?:have|got|need|has|must|gotta) (?:to )?(?:go|run|leave|dash|jump)(?: (?:now|to|into|sorry|in|soon))*(?:$|,| my| a| the)|must (?:run|dash|go|leave)|remind me|come back to (?:you|this|it)|get back to (?:you|this|it)|(?:no|not in the) mood (?:for|to)|(?:do|am) not (?:feel|feeling) (?:like|up to) (?:it|this|that|answering|typing|talking)|(?:i am|am|really|very|so|too|completely|totally|bit|super|rather) (?:swamped|busy|snowed under|in a meeting|driving|on a call|in a rush|in a hurry|on the train|boarding)|(?:my|the|next) (?:meeting|call|train|flight|boss) (?:is |has |just )+(?:starting|started|about to|waiting|leaving)|(?:my|the|next) (?:meeting|call|train|flight) (?:starts|leaves|begins) (?:in|now)|give me (?:a|five|two|ten|\\d+) (?:second|minute|moment|sec|min)s?|(?:one|just a|just one|a|wait a|hang on a) (?:second|moment|minute|sec|min)(?:$|,| please)|let me (?:think about it|sleep(?: on it)?)(?: first)?$|sleep on it|enough (?:for (?:now|today)|questions)|that is enough(?: for| now|$)|leave me alone|stop (?:asking|writing|messaging|bothering|it|this|here|now|for now|for today)|i want to stop|i would like to stop|(?:too|so) many questions|can not (?:do|think about) (?:this|that|it)(?: right)? ?(?:now|today|$)',
    'keine zeit|nicht jetzt|(?:ein )?andermal|spater (?:bitte|weiter|mehr|machen|$)|(?:morgen|heute nicht) (?:\\w+ ){0,2}(?:weiter|mehr|$)|aufhoren|(?:pas|plus) (?:le temps|maintenant)|pas aujourd ?hui|plus tard|une autre fois|on arrete|(?:no tengo|sin) tiempo|ahora no|hoy no|mas tarde|otro dia|para aqui|lo dejamos',
    'let us leave it (?:there|here|at that)|(?:need|have|got) to break off|muss (?:jetzt |leider |gleich )*(?:los|weg|gehen)|(?:morgen|spater|nachher) weiter\\w*|reicht (?:erst ?mal|fur heute|jetzt)|melde mich (?:spater|nachher|morgen)|(?:m )?m?arrete (?:la|ici)|seguimos (?:luego|manana|despues)|ahora no puedo|また(?:今度|後で|あとで|明日)|今日はここまで|後にします|ليس الآن|لاحقا|نكمل (?:غدا|لاحقا)',
  ),
  inside(
    'change',
    '(?:change|edit|fix|correct|update|adjust|modify|amend) (?:something|my (?:profile|answers?|wants|offers|interests|languages?|settings|meeting|details|topics|hobbies|first answer|last answer)|that|it|this|what i (?:said|wrote|told)|the (?:first|last|previous|other|second) (?:answer|one|question))(?:$|,| please| in| to| about|\\?)',
    '(?:made|there is) (?:a |an )?(?:mistake|error|typo)(?: in| with| there|$)|(?:that|this|it|something|the (?:card|profile|summary)) is (?:not (?:right|quite right|correct|true|what i (?:said|meant))|wrong)|you (?:got|understood|have) (?:me|that|it|this|something) wrong|you misunderstood|not what i (?:said|meant|wrote)',
    '(?:edit|change|amend|redo|rewrite|alter|revise) (?:what i|the things i|question \\w+|one of my)|add (?:something|a topic|an interest) to my profile|one of my (?:\\w+ )is wrong|my (?:details|profile|location|department|title|role) (?:is|are|should (?:say|be|read)|has changed|have changed)(?: \\w+){0,3} (?:out of date|wrong|outdated|now|instead)|(?:got|have|spelled|spelt|wrote) my (?:sur|first |last )?name (?:\\w+ )?wrong',
  ),
  inside(
    'correct',
    'no wait|scratch that|scrap that|strike that|forget that|i meant|i mean(?! it| that|$)|or rather|correction|make that|rather than|sorry not|sorry i meant|instead of|take (?:\\w+ ){1,4}(?:out|off)|on second thoughts?|what i meant',
  ),
  inside(
    'skip',
    '(?:would |i would |i )?(?:rather|prefer) not (?:to )?(?:say|answer|tell|share)|none of your|(?:that is|this is|it is|a bit|too|rather) (?:too |a bit |rather |quite |very )?(?:private|personal)|whatever you (?:want|like|think|prefer)|(?:skip|pass on|leave out|next) (?:this|that|it|the question|question)(?: one| question)?|i (?:have already|already) (?:told|said|answered|wrote)|no comment|nothing (?:comes to mind|really|special|in particular|springs to mind|to (?:say|add|tell|report))|surprise me|you (?:choose|pick|decide)|(?:anything|whatever|either|all of (?:it|them)) (?:is|works|goes)(?: fine| ok| okay| good)?|do not (?:care|mind)(?:$|,| really| either)|put me down for (?:whatever|anything)|no preference|(?:uberspringen|keine angabe|nachste frage|passer|question suivante|siguiente pregunta|saltar)',
    'jump over (?:this|that|it)|leave (?:that|this|it)(?: one)? (?:blank|empty)|go to the next(?: one| question)?(?:$|,)|let us not (?:do|answer) (?:this|that)|no answer (?:from me|on (?:this|that))|do not want to (?:say|answer|tell)(?:$|,)|to keep (?:\\w+ ){1,5}to myself',
  ),
  inside(
    'unsure',
    '(?:no|not (?:a|the) (?:slightest|faintest)|have no|got no|zero) (?:idea|clue)(?:$|,| what (?:to|i|this|you|that)| really| sorry| honestly| yet| right now| at all| and)',
    '(?:do not|did not|not|never) (?:really |quite |even |actually )?(?:know|think|sure|see)(?: about)? (?:what (?:to|i|you|else|would|could|people|is meant)|(?:if |that |whether )?i (?:have|can|could|know|am|would)|if|whether|that i|where to (?:start|begin)|yet)|not sure(?:$|,| yet| really| about (?:this|that))|(?:^|, ?)dunno|(?:do not|dont) know(?:$|,| yet| really| sorry| honestly| maybe)',
    'nothing (?:i |to |much i |that i |useful |special )?(?:can |could )?(?:i |to )?(?:teach|offer|show|give|contribute|say)|(?:have|got|know) nothing (?:to|that|useful|special|interesting|worth)|(?:what|which) (?:could|can|would|should|do|might|topics? do) (?:i|others|people|other people|most people|the others|you|everyone|somebody like me|someone like me)(?: \\w+){0,8} (?:teach|offer|pick|picks|say|write|choose|answer|put|suggest|recommend|type|want to (?:hear|know)|usually)|what (?:do you mean|do you want|are (?:the|my) (?:options|choices)|counts|kind of (?:thing|answer|topic)s?|sort of (?:thing|answer)s?)|(?:any|some|got any|have you) (?:ideas?|examples?|suggestions?|tips)(?: \\w+){0,3}$|(?:can|could) you (?:give|suggest|name|show)(?: me)? (?:\\w+ )?(?:examples?|ideas?|suggestions?|something|some|a few)|(?:am|feel|be|are|is) too (?:old|young|junior|senior|new) (?:for|to)|keine ahnung|weiss (?:ich )?nicht|je ne sais pas|aucune idee|no se(?:$|,)|ni idea',
    '^no idea(?: \\w+)?$|let me think(?: first)?$|(?:have|need) to think about (?:it|that|this)|(?:that|this) is an? (?:tough|hard|difficult) (?:one|question)|you got me there|(?:mind|brain) (?:is |went |goes )?blank|^(?:e+r+m+|u+h+m*)$',
  ),
  inside(
    'aside',
    'sorry (?:for|about|i (?:was|thought|had|am|forgot|got)|was|wrong|to (?:keep|bother))|apolog\\w+|wrong (?:window|chat|person|thread|tab|button)|(?:was|is|were) meant for (?:my|the|an|some)|(?:is|are|am|was|were) (?:on (?:vacation|holiday|fire|hold)|broken|stuck|down again|at the door|cancelled|delayed|parked|running late)|broken (?:again|down)|(?:spilt|spilled|coffee) (?:\\w+ ){0,3}(?:on|over) my (?:keyboard|screen|laptop|desk|shirt)|my name is|my (?:laptop|battery|badge|phone|train|bus|keyboard|screen|internet|wifi|connection|dog|cat|kids?|son|daughter|neighbour|doctor) (?:is|just|has|keeps|was|died|froze|needs|says)|says? (?:hi|hello)|say hi|(?:lunch|dinner|meeting|coffee) (?:at|in) (?:\\d|noon|half)|(?:it is|it was|still|always) (?:raining|snowing|sunny|cold|hot|friday|monday|lovely|pouring)|typing (?:this|with|from|on)|(?:i am|am) (?:running late|on my way|back|at the airport|at home|in the office|eating|having lunch|at lunch)|barking|autocorrect|(?:stupid|bloody|damn) (?:phone|keyboard|autocorrect)|fat fingers|just (?:testing|checking|a test|kidding|joking)|kidding|thinking out loud|never mind|ignore (?:that|me|my last|this)|hello \\?|anyone there|(?:did|have) you (?:get|got|receive|received) (?:my|this|that)|the weather',
    '^(?:brb|afk)(?: .{0,30})?$|(?:writing|typing|answering) (?:this |you )?from (?:a|the|my)|(?:bucketing|chucking it|pouring) down|true story$|^nice try,? \\w+$',
  ),
  whole(
    'greeting',
    '(?:hi|hello|hey|hiya|hallo|hei|hej|heya|yo|howdy|servus|moin|gruezi|salut|bonjour|hola|ciao|ola|namaste|salam|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|gruss gott|buenos dias|buenas(?: tardes| noches)?|bom dia|boa tarde|buongiorno|merhaba|selam|czesc|ahoj|szia|salaam|shalom|привет|здравствуите|здравствуйте|добрый день|γεια(?: σου| σας)?|שלום|مرحبا|السلام عليكم|اهلا|سلام|नमस्ते|你好|您好|こんにちは|こんばんは|おはよう(?:ございます)?|안녕하세요|안녕|morning|evening|afternoon|greetings|happy (?:monday|friday|new year))(?: (?:there|you|again|bot|all|turntable|team|everyone|how are you(?: doing)?(?: today)?|how is it going|nice to meet you|long time no see|from \\w+))*|i am back|back again|how are you(?: doing)?(?: today)?|what is up|sup|how is it going|long time no see|nice to meet you(?: too)?',
  ),
  inside(
    'thanks',
    '^(?:\\w+,? ){0,2}(?:thanks|thank you|cheers|ta|tysm|thx|danke|merci|gracias)(?:,? (?:mate|that is (?:very )?(?:kind|helpful|nice)|a bunch|a lot|very much|so much|dir|ihnen|for your (?:\\w+ ){0,5}\\w+))*$|i am (?:very |so |really )?grateful$|(?:great|cool|good|ok|perfect),? that (?:helped|was helpful|helps)(?: a lot| me)?$',
  ),
  inside(
    'greeting',
    '^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?:,? (?:bot|again|there|all|turntable|greetings|from \\w+|\\w+ here(?: from \\w+)?|me(?: again| once more)?|how is it going))*$',
  ),
  whole(
    'thanks',
    '(?:many |a lot of |ok |great |perfect |oh |cool |super |lovely |nice )*(?:thanks?|thank you|thx|ty|cheers|merci|danke|gracias|much appreciated|appreciate it)(?: (?:you|a lot|so much|very much|again|schon|bot|turntable|for (?:asking|your (?:help|time|patience|message)|the (?:info|help|reminder|invitation|explanation)|that|this|everything|explaining|your help)|beaucoup|mucho|vielmals|that (?:helps|is kind|was helpful)|very kind|bye|have a (?:nice|good|great) \\w+|see you))*|(?:great|cool|nice|super|perfect|awesome|wonderful|lovely|brilliant|excellent|sounds (?:great|good)|that is (?:nice|great|kind|sweet|helpful|good to know|cool))(?: (?:thanks|thank you|bot))*',
  ),
  whole(
    'laugh',
    '(?:(?:ha|he|hi|ja|mdr|xd){2,}h?|lol+|lmao|rofl|mdr|xd+|haha\\w*|hihi\\w*)(?: .{0,40})?|(?:good|nice|great|funny) (?:one|joke)|(?:very|so|too) funny|you made me laugh|tell me a joke|another joke|make me laugh|knock knock|nice try|that is (?:funny|hilarious)',
  ),
  inside('laugh', 'why did the \\w+ cross|walks? into a bar|knock knock|tell (?:me|us) a joke'),
];
