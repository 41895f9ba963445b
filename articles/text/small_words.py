"""The smallest and most frequent words of languages: what tells those of one script apart."""

from __future__ import annotations

_LISTS = {
    "en": "the of and to in a is that for on was with as it by at from are be has this have not "
    "but he they his which were an will",
    "ru": "и в не на что с по как это он к но из у за от о для же было её его они мы был так "
    "после при или также который когда",
    "uk": "і в у не на що з до як це він та але із за від про для його її вони був було так після "
    "або також який коли є й",
    "be": "і ў у не на што з да як гэта ён але па за ад для яго яе яны быў было так пасля ці "
    "таксама які калі ёсць",
    "bg": "и на в не да се за от с че са по е към до като при това след които беше ще или му си",
    "mk": "и на во не да се за од со дека се по е до како при ова што беше ќе или му си според",
    "sr": "и у не на да се за од са је по као су до али који што је би или он то после",
    "kk": "және мен бұл да де деп бір үшін болды бар ол осы туралы кейін еді деген бойынша екен "
    "емес пен өз не жоқ оның болып",
    "ky": "жана бул менен да деп бир үчүн болгон бар ал ушул тууралуу кийин эле деген боюнча экен "
    "эмес өз же жок анын болуп",
    "tg": "ва дар аз ба ки ин бо барои он як аст буд мекунад шуд ҳам аммо то низ худ онҳо дигар",
    "tt": "һәм белән бу да дә дип бер өчен булган бар ул шул турында соң иде дигән буенча икән "
    "түгел үз яки юк аның",
    "ba": "һәм менән был да дә тип бер өсөн булған бар ул шул тураһында һуң ине тигән буйынса икән "
    "түгел үҙ йәки юҡ уның",
    "uz": "va bu bilan uchun bir deb ham edi bo‘lgan bor o‘z haqida keyin esa kerak emas yoki ular "
    "boʻlgan oʻz",
    "az": "və bu ilə üçün bir ki da də olan var o öz haqqında sonra isə deyil və ya onun olub",
    "tk": "we bu bilen üçin bir diýip hem edi bolan bar öz barada soň däl ýa onuň olar",
    "crh": "ve bu ile içün bir dep da de edi olğan bar öz aqqında soñ degil ya onıñ olar",
    "hy": "և է որ մի են այս ու իր համար նա չի էր որը հետ մեջ եւ դա բայց նաև",
    "ka": "და არ რომ ეს არის იყო მაგრამ ამ მისი რომელიც როგორც ან თუ უნდა მას იმ შემდეგ ასევე",
    "ro": "și de în la a cu pe nu că din este o un care pentru mai au fost să se sau ale după",
    "hu": "a az és hogy nem is egy de ez volt meg már csak mint vagy el azt amely után még",
    "sq": "dhe të në e i që për me nga një është se ka nuk por janë kjo ky si ose pas",
    "bs": "i u na je da se za od su sa koji kao ne što bi ali će iz o to nakon ili koja",
    "fa": "و در به از که این را با است برای آن یک تا شد بود هم می‌شود کرد اما بر خود نیز های او",
    "ps": "د او په چې کې ته له دي دا یې سره څخه هم شوي و پر نه خو دغه ده وي کړي یو",
    "ur": "کے کی میں ہے اور سے کا کو نے کہ اس پر یہ ہیں بھی تھا جو ایک کر نہیں گیا ان",
    "ar": "في من على أن إلى عن التي مع هذا كان بعد ما لا قد هذه الذي كما بين لم ذلك",
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}

# Letters that a language does not have, and its nearest relations have in every other sentence.
ALIEN_LETTERS = {
    "ru": "іїєґўәғқңөұүһҳҷӣӯ",
    "uk": "ыэёъў",
    "be": "ищъї",
    "bg": "ыэёіїє",
    "mk": "ыэёйіщъ",
    "sr": "ыэёйіщъ",
    "fa": "ټډړږښګڼېۍےٹڈڑں",
    "ps": "ےٹڈڑں",
}
