/** Words that carry no topic, for reading free text. Plain forms: lower-case, no accents, no contractions. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Dropped at both ends of what somebody names. */
export const FILLER = setOf(`
  a an the some any my our your his her their its this that these those of in on at with for to from into about
  around by as up than then so too also just maybe perhaps probably possibly really very quite rather pretty
  how what why where which when who more most much many lot lots bit little better best good great nice cool
  stuff things thing something anything everything nothing topic topics subject subjects area areas etc like
  basically mainly mostly generally especially particularly actually well please thanks thank ok okay yes yeah
  yep sure hmm hm um uh eh er oh ah hey sort kind kinds type types side level works work working use using used
  get gets getting go going new latest today now here there all both other others another first second one
  make making do doing done deal dealing world field general basics basic fundamentals skills skill people
  colleagues person someone somebody always often sometimes still already again especially instead namely
  include including such eg ie via per vs versus between among across over under within inside behind
  esp special since during before after until ago few several couple share offer
  understand know learn help show teach explain improve love enjoy interested if let may be being is are was were
  big small real important useful different own whole entire right correct meant mean say said
  der die das den dem des ein eine einen einem einer mein meine mit von zu im am fur uber wie was und oder auch
  gerne gern etwas viel mehr besser le la les un une des du de d l mon ma mes avec pour sur comment plus mieux
  el los las una unos mi mis con para sobre como mas del al
`);

/** Too wide to be a topic alone. */
export const GENERIC = setOf(`
  work job jobs company companies business businesses team teams people person colleague colleagues day days time
  year years month week way ways life lives world thing things stuff something anything everything nothing
  office boss manager managers leader leaders executive executives mentor mentors mentee champion sponsor cohort
  programme program turntable question questions answer answers idea ideas help support advice chat talk call
  meeting partner man woman men women guy guys kid name level department country place part point fact case
  reason problem problems issue issues example kind side end start beginning moment minute hour hours today
  tomorrow yesterday morning evening week weekend expert experts beginner professional professionals pro
  yes no nope nah none nobody noone nothing ok okay sure fine thanks please hello hi hey bye test testing foo bar
  whatever lol haha hahaha hmm same again next back skip stop done ready finished correct wrong true false
  interests interest interesting hobby hobbies skills skill topics topic knowledge experience experiences
  language languages english profile news pair match matching feedback button card bot robot message messages
  bullshit nonsense crap blah yada foobar lorem ipsum asdf qwerty dunno idk idea clue opinion choice surprise
  mood situation everyday everybody everyone anyone someone somebody other others
  fluent proficient intermediate advanced excellent amateur badly poorly occasionally scrap
  old classic modern vintage local foreign favourite favorite silly weird indie
  dear grief sounds ahead begin begins happen happens finish delay
  hold home door abbreviations dozen dozens sorry oops correction meant honestly write send read reply watch look try wait joke jokes story stories sentence thought thoughts fact
  geht danke bitte hallo nein ja merci bonjour oui non gracias hola si
`);

/** Make a run of words a sentence rather than a name of something. */
export const SENTENCE = setOf(`
  i you he she it we they me him us them myself yourself am is are was were be been being have has had having do
  does did will would can could should shall may might must not who whom whose because although though if unless
  until let think thinks thought guess suppose feel feels felt say says said tell tells told ask asked see sees
  saw seen come comes came gone went take takes took give gives gave make makes made eat eats ate seems seemed
  hello hi hey bye my your yours mine his her their our every
  ich du er sie es wir ihr mich dich uns bin bist ist sind war waren habe hast hat haben kann kannst konnen muss
  nicht je tu il elle nous vous ils elles suis es est sommes sont ai as avez ont yo tu usted nosotros ellos soy eres
  estoy esta estan tengo tiene tienen
`);

/** Words that only turn up in other languages; two of them, and it is probably not English. */
export const ELSEWHERE = setOf(`
  ich du wir ihr nicht und oder ist sind habe haben kann mochte gerne uber mit fur eine einen der die das ein auch
  aber wie was warum weil schon sehr mehr lernen verstehen je tu nous vous est sont avec pour sur dans une des les
  et ou mais pas que qui quoi comment pourquoi tres plus moi mon mes voudrais suis j aime el los las una unos y o
  pero no que quien como porque muy mas me mi gusta quiero tengo soy estoy con para sobre del il lo gli una che di
  non sono vorrei mi piace con per molto anche ma come perche eu voce nao sou estou gostaria com para sobre muito
  ben sen biz siz bir bu su ve ama cok degil icin ile ne nasil neden var yok mi musun misin istiyorum biliyor
  ja ty my wy nie jest sa jak czy dla bardzo chce jestem mam nao gosto quero sei posso isso isto voces falo
  sono sei siamo ho hai capisco parlo vuoi questo questa eso esto esta puedes puedo hablas hablo entiendo
  ik jij wij niet het een van met voor ben heb wil graag jag du inte och det som har vill jeg ikke og vil gerne
`);

const MASH =
  /^(?:(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm|jkl|aoeu)+\w*|(.)\1{3,}.*|(?:bla|blah|la|ha|he|hi|ho|lo|xd|na)+)$/;

/** Letters without a word: keyboard runs, no vowel at all, one letter over and over. */
export function isGibberish(word: string): boolean {
  if (/^[^\p{L}]+$/u.test(word) || MASH.test(word)) return true;
  // Scripts without spaces: this long it is a sentence.
  // A polite Japanese sentence, not the name of a thing.
  if (/(?:です|ます|ません|でした|ました|ください|たい)(?:か|ね|よ)?$/u.test(word)) return true;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(word))
    return word.length > 8;
  if (!/^[a-z]+$/.test(word)) return false;
  if (word.length > 3 && !/[aeiouy]/.test(word)) return true;
  return /[bcdfghjklmnpqrstvwxz]{6,}/.test(word) || /(.)\1{3,}/.test(word) || word.length > 30;
}
