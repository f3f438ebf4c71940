"""Danger said in plain words: flags that no model may miss.

A model answers by likelihood, and there are sentences for which likely is not enough. These are
few and literal; what is veiled is left to the model. Exaggerations that everybody uses are let
through. A quotation or a song title may raise a flag here, and that is the price.
"""

import re

from tomarigi.reading.labels import Flag
from tomarigi.reading.plain import plain

_AS_A_MEASURE = (
    r"(?!ほど|くらい|ぐらい|位|レベル|ってほど|わけじゃ|わけでは|とは思(?:わ|って(?:い)?な))"
)

_SENTENCES: dict[Flag, tuple[str, ...]] = {
    Flag.SELF_HARM: (
        rf"(?:死|し)に(?:たい|てえ|てぇ|たく(?:なる|なった|なってき|て)|たか){_AS_A_MEASURE}",
        r"(?:この世から|世界から|いっそ|このまま|もう)(?:、)?(?:消え|いなくなり)(?:たい|てしまいたい)",
        r"(?:^|[。、!?\s])消え(?:たい|てしまいたい|てなくなりたい)" + _AS_A_MEASURE,
        r"生き(?:てる|ている|てく|ていく)(?:意味|価値|理由|の)(?:が|も|は)?(?:な|ない|ありません|わから|見つから|つら|しんど|疲)",
        r"(?:生きて(?:い)?たく|生きたく)(?:ない|ありません|なく)",
        r"自殺(?:したい|する|しよう|します|を考え)|自死(?:したい|する|を考え)",
        r"(?:遺書|遺言)(?:を|も|は)?(?:書|か)(?:い|き|く)",
        r"(?:リスカ|リストカット|アムカ)(?:し|した|が|を|やめ|止)|手首(?:を)?切(?:っ|り|る)",
        r"(?:飛び降り|首(?:を)?(?:吊|つ))(?:る|り|って|みたい)",
        r"飛び込(?:んで(?!こい|こん|おいで|き(?:て|な)|来|ほしい)|みたい|むから|むね)",
        r"(?:薬|錠剤|睡眠薬)(?:を)?(?:全部|ぜんぶ|大量に|まとめて)(?:飲|のん)",
        r"\b(?:kill myself|want to die|wanna die|end my life)\b",
    ),
    Flag.THREAT: (
        r"(?:殺|ころ)(?:して(?:やる|やり|やろ)|すぞ|すから(?:な|ね)|しに(?:行|い))",
        r"(?:刺して|燃やして|ぶっ殺)(?:やる|やり|や)",
    ),
}


def flags_said_plainly(text: str) -> frozenset[Flag]:
    """The flags of what is said here in so many words; linear in the length of the text."""
    letters = plain(text).text.lower()
    return frozenset(flag for flag, one in _COMPILED.items() if one.search(letters))


_COMPILED = {flag: re.compile("|".join(sentences)) for flag, sentences in _SENTENCES.items()}
