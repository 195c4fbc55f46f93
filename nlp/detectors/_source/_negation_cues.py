"""How languages say no: for each, plain negations, and words that a translator may render as one ("sans", "manquer").

Regular expressions, whole words, in lower case. A plain negation is written to be counted once: French by its
pas, jamais, rien …, and by a ne that none of them follows.
"""

from __future__ import annotations

import re

_WORDS = {
    "en": (
        r"not|cannot|\w+n['’]t|never|no|none|nobody|nothing|neither|nor|nowhere|without",
        (r"fail\w*|lack\w*|unable|refus\w*|den(?:y|ie[sd]|ying)|denial|reject\w*|ban(?:ned|s)?|prevent\w*|stop\w*|avoid\w*|few|"
        r"little|hardly|barely|scarcely|rarely|seldom|except\w*|excluding|unless|until|impossible|refrain\w*|instead|rather|"
        r"absen\w+|free|miss\w*|only|far from|yet to|un\w{4,}|in(?:ability|ca|de|e|s|ap|ac|v)\w{3,}|im[pm]\w{4,}|"
        r"irr\w{4,}|ill\w{4,}|dis\w{4,}|\w{3,}less|non\w*|ceas\w*|loss|lost|los[ei]\w*|out of|against|exclu\w+|\w+-free|"
        r"prohibit\w*|forbid\w*|forbad\w*|oppos\w+|ignor\w+|neglect\w*|any\w*|otherwise|else|other than|devoid|spared|"
        r"escap\w+|suspend\w*|depriv\w*|still|last|however|but|too|wrong|bad\w*|difficult\w*|hard|spoil\w*|minor|unlike"),
    ),
    "fr": (
        (r"(?<!est-ce )pas(?! de deux)|jamais|rien|aucune?s?|nulle?(?: part)?|personne(?= (?:n['’e]))|ni|non|guère|"
        r"sans|n(?:e\b|['’])(?=.{1,40}\b(?:plus|personne|nul|point)\b)"),
        (r"n(?:e|['’])|sauf|hormis|excepté|manqu\w+|absen\w+|refus\w+|rejet\w+|ni[eé]\w{0,3}|dément\w*|empêch\w+|évit\w+|interdi\w+|"
        r"échou\w+|échec\w*|ignor\w+|impossib\w+|peu|peine|rare\w*|loin|privé\w*|dépourvu\w*|faute|inutil\w+|inconnu\w*|oubli\w*|"
        r"in(?:capa|suff|exist|exact|habit|just|accep|ég|util|conn|dispo|cert|visib|appro|défin|fond|compl|complét|édit|ex)\w+|"
        r"mé\w{3,}|mal\w*|lieu|cess\w+|perd\w+|trop|seul\w*|dés\w{3,}|contr\w*|déf\w+"),
    ),
    "de": (
        r"nicht|nie|niemals|kein\w*|nichts|niemand\w*|weder|ohne|nirgend\w*|keinerlei|nein",
        (r"un(?!ion|ter|iv|gef)\w{4,}|\w{4,}los\w{0,2}|kaum|selten|außer|wenig\w*|fehl\w+|mangel\w*|verweiger\w+|weiger\w+|lehn\w+|"
        r"ableh\w+|abgeleh\w+|verhinder\w+|verbot\w*|verbiet\w*|vermeid\w+|vermied\w*|statt|ausgeschlossen|scheiter\w+|sonst|"
        r"missacht\w*|verzicht\w*|unmöglich\w*|ausbleib\w*|ausgeblieben|ausfall\w*|verpass\w*|erst|entfall\w+|nur"),
    ),
    "es": (
        r"no|nunca|jamás|nada|nadie|ningun[oa]s?|ningún|ni|tampoco|sin",
        (r"falt\w+|neg(?:ar|ó|aron)\w*|niega\w*|rechaz\w+|evit\w+|impid\w+|imped\w+|prohib\w+|salvo|excepto|apenas|poc[oa]s?|carec\w+|"
        r"ausen\w+|fracas\w+|imposible\w*|inca\w+|insuf\w+|inexist\w+|inju\w+|desco\w+|desa\w+|lejos|ignor\w+|raramente|contra|sino"),
    ),
    "it": (
        r"non|mai|nulla|niente|nessun\w*|né|neanche|nemmeno|neppure|senza|no",
        (r"manc(?:a|anz|at)\w*|neg(?:a|ato|are|ò)|rifiut\w+|evit\w+|imped\w+|viet\w+|tranne|salvo|appena|poc\w+|assen(?:t|z)\w+|"
        r"imposs\w+|inca\w+|insuff\w+|inesist\w+|ingius\w+|lontan\w+|ignor\w+|raramente|priv[oi]|contro"),
    ),
    "pt": (
        r"não|nunca|jamais|nada|ninguém|nenhum\w*|nem|tampouco|sem",
        (r"falt\w+|neg(?:ar|ou|aram)\w*|recus\w+|rejeit\w+|evit\w+|imped\w+|proib\w+|salvo|exceto|apenas|pouc\w+|carec\w+|ausên\w+|"
        r"fracass\w+|falh\w+|imposs\w+|inca\w+|insuf\w+|inexist\w+|desco\w+|longe|ignor\w+|raramente|contra"),
    ),
    "ru": (
        r"не(?! менее)|нет|ни|никто|никого|никому|ничего|ничто|никогда|нигде|никак\w*|без|нельзя|незачем|некому|нечего",
        (r"не(?!дел|котор|скольк|завис|ф[тр]|смотря|обход|мец|давн|посредств|бол|мног|прер|уд)\w{3,}|бес(?!ед)\w{3,}|без\w{3,}|отказ\w*|отриц\w+|отверг\w+|запре\w+|избе\w+|кроме|лишь|едва|мало\w*|отсутств\w+|вряд|"
        r"помеш\w+|предотвра\w+|лиш(?:ен|ит)\w+|прекра[тщ]\w+|вне"),
    ),
    "pl": (
        r"nie|nigdy|nikt|nikogo|nikomu|nic|niczego|żad\w+|ani|bez|nigdzie|brak\w*",
        (r"nie(?!dzi|kt[oó]r|miec|ch|dawn|zwyk|podleg|m[ac]|zale|wie)\w{3,}|bez(?!po)\w{3,}|odm[aó]w\w*|odrzu\w+|zakaz\w*|unik\w+|oprócz|zaledwie|mało|niewiele|zamiast|"
        r"trudno|dopóki|zaprzecz\w*|rzadk\w+|wyklucz\w+"),
    ),
    "cs": (
        (r"ne|není|nejsou|nejsem|nejde|nebyl\w*|nebud\w*|nemá|nemají|nemě\w+|nemůž\w*|nemoh\w*|nelze|nikdy|nikdo|nikoho|nikomu|nic|"
        r"ničeho|žádn\w+|ani|bez|nikde|nikoli\w*|ne(?!ch|jprv|jen\b|jv|jz|jst|jm|jd|js|jl|jn|jh|jd|jb|jč|jr|jk|js|mocn|bezpe|děl|nec|ut|p[řr]ít|h[oů]d|boť|bo\b|vlastn)\w{4,}"),
        r"ne(?!jv|bo)\w{3,}|bez(?!pe)\w{3,}|odmít\w+|zakáz\w+|zamít\w+|kromě|sotva|málo|místo|chyb[ěí]\w*|zabrán\w+",
    ),
    "hi": (
        r"नहीं|नही|न|ना|मत|बिना|बगैर|बग़ैर",
        r"इनकार|इंकार|असफल|विफल|अलावा|मना|नामुमकिन|असंभव|अभाव|नाकाम|बेकार|कमी|अन[^\s।,]{4,}|अस[^\s।,]{3,}|अप्र[^\s।,]{3,}|कम",
    ),
    "zh": (
        (r"不(?!断|同|仅|久|锈|少|过|管|论|安|满|良|幸|平|足|丹|列|错|止|但|妨|如|料|惜|凡|得不)|没有?(?!收)|沒有?|无法|無法|未(?!来|來|必)|"
        r"从未|并非|絕非|绝非|无(?!论|疑|数|线|锡|限|人机)|無(?!論|疑|數|線)|毫无|别(?=[再让])|非(?=但|法)"),
        r"不|非(?!洲|常)|拒\w|禁止?|避免|防止|缺\w|除了|免(?!费)|失\w|否\w|莫|勿|难以|拒绝|反对|停\w|取消|零",
    ),
    "ja": (
        (r"(?<![少危切汚幼])ない(?!し)|(?<![少危切])なく|なかっ|なけれ|ません|ず(?=[、にと。」])|ぬ(?=[。、])|(?<![こしみ])なし|無[いくし]|"
        r"まい(?=[。、])"),
        (r"ない|なく|ノー|ゼロ|０|いまひとつ|今ひとつ|取りやめ|取り止め|見送|中断|許す|な[！」]|逃|連敗|断[わりっ念]|難し|"
        r"不\w|非(?!常)\w|未(?!来)\w|無\w|否\w|欠\w|禁\w|拒\w|避\w|防\w|以外|しか|失\w|にくい|づらい|中止|免\w|ず|ぬ"),
    ),
}  # fmt: skip
# Set phrases that deny nothing.
IDIOMS = re.compile(
    r"sans (?:doute|ambages|cesse|compter|égal|faute|précédent|fin)|sur le point|point de|à jamais|si ce n['’]est|n['’]est-ce pas|"
    r"pas (?:moins|du tout|seulement)|non seulement|un non|c['’]est-à-dire|pas à pas|rien de moins|"
    r"nicht (?:nur|zuletzt)|no (?:sólo|solo|obstante)|non (?:solo|appena)|не (?:только|раз|менее)|nie tylko|nejen|"
    r"not (?:only|just)|no doubt\b|whether or not|if not|no matter|why not|no\. ?\d|no[. ]\d|in no time|no[- ]hit\w*|"
    r"no[- ]run|no[- ]decision|no signs?\b|not to mention|nothing but|nothing short of|none other|no fewer|no less|"
    r"last but not least|なけれ?ば(?:なら|いけ)(?:ない|なかっ|ません|ぬ|ず)|なく(?:ては|ちゃ)(?:なら|いけ)(?:ない|ません)|"
    r"ないと(?:いけ|なら)ない|ねばなら(?:ない|ぬ)|かもしれ(?:ない|ません|ず)|(?:の|ん)?(?:では|じゃ)ない(?:か|だろう|でしょう)|だけ(?:で(?:は|も)?)?なく|"
    r"だけで?は?ない|何となく|なんとなく|ま?間もなく|まもなく|余儀なく|ざるを?得(?:ない|なかっ|ません)|に違いな[いく]|間違いなく|"
    r"ほかなら(?:ない|ず)|しかない|にすぎない|に過ぎない|欠かせない|申し訳な[いく]|のみならず|とは限らず|少なからず|相変わらず|思わず|"
    r"必ず|まず|ひとまず|引き続き|たまらない|止まらない|ようじゃない",
    re.IGNORECASE,
)
_UNSPACED = frozenset("zh ja".split())


def _compiled(lang: str, words: str) -> re.Pattern[str]:
    if lang in _UNSPACED:
        return re.compile(words)
    letter = r"\w\u0900-\u0963"  # with the vowel signs of Devanagari, which are no \w
    return re.compile(rf"(?<![{letter}])(?:{words})(?:(?<=['’])|(?![{letter}]))", re.IGNORECASE)


PLAIN = {lang: _compiled(lang, plain) for lang, (plain, _) in _WORDS.items()}
HIDDEN = {lang: _compiled(lang, hidden) for lang, (_, hidden) in _WORDS.items()}
"""Words that may be rendered by a negation, or render one; plain negations are not among them by design, but may match."""
