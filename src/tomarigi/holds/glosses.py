"""What is said under a marked sentence: what it does, in words that make it understandable.

Each says what the sentence does, never what the writer is, and is one thought long. What lies
beneath is offered as a guess.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tomarigi.reading import Beneath, Label, Side

Words = Promise | str

NAMES: dict[Label, Words] = {
    Label.PURSUIT: pgettext_lazy("label", "追いかけ"),
    Label.APOLOGY: pgettext_lazy("label", "謝罪"),
    Label.ACCUSATION: pgettext_lazy("label", "責める気持ち"),
    Label.GUILT_INDUCTION: pgettext_lazy("label", "被害者の位置"),
    Label.DEMAND: pgettext_lazy("label", "期待とコントロール"),
    Label.REASSURANCE_SEEKING: pgettext_lazy("label", "愛情の確認"),
    Label.SELF_BLAME: pgettext_lazy("label", "自分を責める気持ち"),
    Label.SOLE_RELIANCE: pgettext_lazy("label", "唯一の拠り所"),
    Label.BARGAINING: pgettext_lazy("label", "変わる約束"),
    Label.LONGING: pgettext_lazy("label", "恋しさ"),
    Label.OWN_FEELING: pgettext_lazy("label", "自分の気持ち"),
    Label.RESPECT: pgettext_lazy("label", "相手の自由を尊重"),
    Label.GRATITUDE: pgettext_lazy("label", "感謝"),
    Label.BOUNDARY: pgettext_lazy("label", "境界線"),
    Label.PRACTICAL: pgettext_lazy("label", "用件"),
    Label.SMALL_TALK: pgettext_lazy("label", "あいさつ・雑談"),
}

GLOSSES: dict[Label, Words] = {
    Label.PURSUIT: _("返事を待つ不安から、もう一度、呼びかけています。"),
    Label.APOLOGY: _("傷つけたかもしれないことを、気にかけています。"),
    Label.ACCUSATION: _("信じていたぶんの痛みが、相手を責めることばになっています。"),
    Label.GUILT_INDUCTION: _(
        "ひとりでは重すぎるつらさを、相手にも受けとめてほしいと伝えています。"
    ),
    Label.DEMAND: _("こわさをしずめるために、相手に動いてほしいと求めています。"),
    Label.REASSURANCE_SEEKING: _("まだつながっているか、たしかめようとしています。"),
    Label.SELF_BLAME: _("起きたことの重さを、ひとりで引き受けています。"),
    Label.SOLE_RELIANCE: _("この人だけが安心できる場所だと、言っています。"),
    Label.BARGAINING: _("失わずにすむなら変わりたい、という願いがあります。"),
    Label.LONGING: _("安心できた時間に、もう一度ふれたがっています。"),
    Label.OWN_FEELING: _("いまの気持ちを、そのまま言っています。"),
    Label.RESPECT: _("相手が決めることを、相手に任せています。"),
    Label.GRATITUDE: _("受けとったものを、いまも大切にしています。"),
    Label.BOUNDARY: _("自分を守る線を、自分で引いています。"),
    Label.PRACTICAL: _("決めておく必要のあることを、伝えています。"),
    Label.SMALL_TALK: _("ふだんの話で、やわらかくふれています。"),
}

PERHAPS: dict[Label, Words] = {
    Label.PURSUIT: _("返事を待つ不安から、もう一度、呼びかけているのかもしれません。"),
    Label.APOLOGY: _("傷つけたことを、気にかけているのかもしれません。"),
    Label.ACCUSATION: _("信じていたぶんの痛みが、責めることばになっているのかもしれません。"),
    Label.GUILT_INDUCTION: _("重すぎるつらさを、相手にも受けとめてほしいのかもしれません。"),
    Label.DEMAND: _("こわさをしずめるために、相手に動いてほしいのかもしれません。"),
    Label.REASSURANCE_SEEKING: _("まだつながっているか、たしかめたいのかもしれません。"),
    Label.SELF_BLAME: _("起きたことの重さを、ひとりで引き受けているのかもしれません。"),
    Label.SOLE_RELIANCE: _("この人だけが安心できる場所だと、感じているのかもしれません。"),
    Label.BARGAINING: _("失わずにすむなら変わりたい、と願っているのかもしれません。"),
    Label.LONGING: _("安心できた時間に、もう一度ふれたいのかもしれません。"),
    Label.OWN_FEELING: _("いまの気持ちを、言っているのかもしれません。"),
    Label.RESPECT: _("相手が決めることを、相手に任せているのかもしれません。"),
    Label.GRATITUDE: _("受けとったものを、いまも大切にしているのかもしれません。"),
    Label.BOUNDARY: _("自分を守る線を、引いているのかもしれません。"),
    Label.PRACTICAL: _("決めておくことを、伝えているのかもしれません。"),
    Label.SMALL_TALK: _("ふだんの話で、やわらかくふれているのかもしれません。"),
}
"""The same where the reader is not sure."""

SIDES: dict[Side, tuple[Words, Words]] = {
    Side.PULL: (_("波線"), _("引きとめたい")),
    Side.OWN: (_("点線"), _("自分の気持ち")),
    Side.TRUST: (_("実線"), _("信じて任せる")),
    Side.PLAIN: (_("破線"), _("用件・あいさつ")),
}
"""The line under the words, and what it means."""

BENEATH: dict[Beneath, Words] = {
    Beneath.ABANDONMENT: _("ひとりになる、こわさ。"),
    Beneath.LOST_SECURITY: _("安心できる場所が急になくなった、心細さ。"),
    Beneath.LONELINESS: _("ここにいない人への、さみしさ。"),
    Beneath.ANGER: _("大切にされなかったと感じる、怒り。"),
    Beneath.GUILT: _("傷つけたかもしれない、という申しわけなさ。"),
    Beneath.SHAME: _("自分を小さく感じる、いたたまれなさ。"),
    Beneath.HOPE: _("まだ終わっていないと思いたい、のぞみ。"),
    Beneath.CARE: _("相手を大切に思う、気持ち。"),
}

WHY_NATURAL: dict[Beneath, Words] = {
    Beneath.ABANDONMENT: _(
        "つながりが切れそうなとき、手をのばしたくなります。だれにでも起こる、自然なことです。"
    ),
    Beneath.LOST_SECURITY: _(
        "よりどころを失うと、からだが先にさがしはじめます。弱いからではありません。"
    ),
    Beneath.LONELINESS: _("近くにいた人がいなくなれば、さみしいのは自然なことです。"),
    Beneath.ANGER: _("信じていたから、痛みます。怒りは、その痛みのすぐそばにあります。"),
    Beneath.GUILT: _("くやむ気持ちは、大切にしたかったしるしでもあります。"),
    Beneath.SHAME: _("別れのあと、自分を小さく感じる人は多くいます。事実とは別のことです。"),
    Beneath.HOPE: _("のぞみが残るのは、それだけ大きな存在だったからです。"),
    Beneath.CARE: _("大切に思う気持ちは、もうここにあります。返事がなくても、なくなりません。"),
}

OUTCOMES: dict[str, Words] = {
    "open": _("休んでいます"),
    "let_go": _("手放した"),
    "kept": _("手もとに残した"),
    "reworded": _("書きかえた"),
    "sent": _("送った"),
    "practical": _("用件だけ"),
}
"""What came after, by the outcome of a hold."""
