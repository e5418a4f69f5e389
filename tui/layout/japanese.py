"""How a Japanese sentence ends without a stop, or goes on after one.

These are parts of the pattern of stops (see `stops`).
"""

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
_KATAKANA = "\u30a1-\u30fa"

_BEFORE_MASU = "いきぎしじちぢにひびみりえけげせぜてでねへべめれ来見出寝得着似煮経居観診看"
"""A verb's stem ends like this before `ます`, but `ますます` and `励ます` have another."""
_POLITE = rf"(?:です|(?<!ま)でした|でしょう|(?<=[{_BEFORE_MASU}])(?:ます|ました|ません))"
_PARTICLES = r"(?:よね|[ねよわ])?"
_EMPHASIS = "[っッー〜～♪☆★♡♥]*+(?:[（(][笑泣汗涙爆][）)])?"
_PAUSE = r"(?:\.{2,}+|…++|・{2,}+|[、，,])?"
_STARTERS = (
    "しかし|そして|さらに|また(?!は)|まず|ただ|なお|つまり|ちなみに|でも|だから|だが|だけど|なので|もし|もちろん|やはり|やっぱり"
    "|それ|その|そこ|これ|この|ここ|こちら|あの|あれ|もっと|すごく|とても|すぐに|ぜひ|きっと|たぶん|いつも|みんな|ありがとう"
)
"""Words in hiragana that begin a sentence: no particle does."""

POLITE_END = rf"{_POLITE}{_PARTICLES}{_EMPHASIS}{_PAUSE}(?=[{_KATAKANA}{_HAN}]|{_STARTERS})"
"""The end of a sentence without a stop: nothing but particles can follow a polite verb in its sentence."""

LAUGHTER = "[（(](?:笑|苦笑|爆笑|泣|汗|涙|怒|拍手)[）)]"
"""What belongs to the sentence before, though it stands after the stop."""

_CONJUNCTIONS = "ころ[がで]|にかく|はいえ|もあれ|もかく|りあえず|いう(?:か|のも|わけで|ことで)[、，,]"
"""What makes a word that begins a sentence of `と`."""
GOES_ON = (
    rf"と(?!{_CONJUNCTIONS})|って|など|を|や[「『“]|だった|である|です(?!が|から)|[、，,;；]"
    rf"|(?:[がはのにもで]|から|まで)(?=[{_HAN}{_KATAKANA}])"
)
"""What follows a quotation in its sentence: `「行く。」と`."""
GOES_ON_UNQUOTED = rf"(?<=[！？!?])(?:と[{_HAN}]|という|って(?:い|言|思))|を|の(?=[{_HAN}{_KATAKANA}])"
"""What follows a mark that ends no sentence: `本当か？と聞く`, `モーニング娘。の歌`."""
