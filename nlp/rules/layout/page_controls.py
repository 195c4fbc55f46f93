r"""A control of the web page in the text: "Share the article", "Subscribe to read more", "Leave a comment".

Why it matters
    Buttons, newsletter boxes and paywall notices belong to the page. Scraped and translated with the article
    they read like sentences of it.
Flags
    ⟦Share the article⟧\nThe strike goes on.                               ⇒ (delete)
    The strike goes on.\n⟦Share the article Subscribe to read more⟧        ⇒ (delete)
    ⟦Share on Facebook | Share on Twitter | Copy the link⟧\nHe resigned.   ⇒ (delete)
    ⟦Share this article⟧ The minister resigned on Tuesday.                  ⇒ (delete)
    He resigned.\n⟦Subscribe to our newsletter!⟧\nThe vote is on Monday.  ⇒ (delete)
    He resigned.\n⟦Sign up for our daily newsletter⟧                       ⇒ (delete)
    He resigned. ⟦This article is reserved for subscribers.⟧                ⇒ (delete)
    He resigned.\n⟦You have 75% of this article left to read.⟧             ⇒ (delete)
    ⟦Already a subscriber? Log in⟧\nHe resigned.                           ⇒ (delete)
    He resigned.\n⟦Follow us on Twitter⟧\n⟦12 comments⟧                   ⇒ (delete) ; (delete)
    He resigned.\n⟦Receive our alerts by email⟧\n⟦Download our app⟧       ⇒ (delete) ; (delete)
    He resigned.\n⟦Listen to this article⟧\n⟦Print⟧                       ⇒ (delete) ; (delete)
Leaves alone
    Share prices fell in Paris.
    Share this burden, the minister told the allies.
    Subscribe or lose it: that is the choice, the union said.
    Print sales of the newspaper fell by 3%.
    He asked readers to subscribe to the newsletter.
    "Share this article," the post said, and thousands did.
    Comments by the minister angered the unions.
    Save the whales, they chanted.
    Register offices will open on Monday.
    Follow the money, the prosecutor said.
    The article is reserved for subscribers of the daily, which protested.
Limits
    Only whole sentences, or a phrase of several words glued before one. English wording only.
Source
    Inventory FRE-S952; boilerplate classes of Kohlschütter et al. 2010 (WSDM).
"""

from __future__ import annotations

from nlp.rules.layout._page import furniture, stands_alone
from nlp.rules.rule import Rule

_NET = (
    r"(?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|Instagram|Pinterest|Reddit|Messenger|Flipboard|YouTube|TikTok"
    r"|Google(?: News|\+)?|Threads|Bluesky|Mastodon|Snapchat|e-?mail|mail|SMS|social (?:media|networks))"
)
_NETS = rf"{_NET}(?:(?:, ?(?:and |or )?| and | or ){_NET})*"
_PAGE = r"(?:this|the|our|your) (?:article|story|page|post|video|content|news)"
_LIST = (
    r"(?:(?:our|the|your|this|my|a|free|daily|weekly|morning|evening|news|e-?mail|latest) )*"
    rf"(?:{_NET} )?(?:newsletters?|alerts?|notifications?|channel|podcasts?|updates|edition|briefing|feed)"
)
# Any words without a capital letter, so that the next sentence is not taken along.
_TO_READ = (
    r"to (?:read|continue|access|see|view|unlock|comment|receive|discover|enjoy|support)(?-i:(?: [a-z][\w'’-]*){0,6})"
)
_PAGE_IS = r"(?:this|the) (?:article|content|rest(?: of (?:this|the) article)?|video|section) is "
_WHO = r"(?:(?:our|paying|registered|premium|digital) )*(?:subscribers|members|users)(?: only)?"
_NOW = r"(?: (?:now|here|today|for free))?"

RULE = Rule(
    id="GEN-S952",
    slug="page-control",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.96,
    languages=(),
    message="A control of the web page (sharing, subscribing, commenting), not part of the article.",
    pattern=furniture(
        (
            rf"(?:to )?share(?: (?:it|this|{_PAGE}))?(?: (?:on|by|via|with) (?:{_NETS}|(?:your )?friends))?",
            rf"(?:tweet|print|e-?mail|save|copy|bookmark|listen to|gift|cite) (?:{_PAGE}|this)",
            r"tweet|retweet|print|copy (?:the |this )?link|link copied(?: to (?:the )?clipboard)?",
            r"send (?:by e-?mail|to a friend)|add to (?:my |your )?(?:favou?rites|bookmarks|reading list)",
            r"get the app|download (?:our|the) (?:free |mobile )?app(?:lication)?",
            rf"(?:please |i )?(?:subscribe|sign up|register)(?:{_NOW} (?:to|for) {_LIST})?{_NOW}(?:,? {_TO_READ})?",
            r"(?:already|not yet) (?:a )?(?:subscribe[rd]|member|registered)\?",
            rf"(?:please )?(?:log ?in|sign in){_NOW}(?: {_TO_READ})?",
            rf"receive {_LIST}(?: by e-?mail| in your inbox| every (?:day|morning|week))*",
            r"(?:enter )?your e-?mail(?: address)?|you can unsubscribe at any time|thank you for subscribing",
            rf"(?:follow|find|join|like) us(?: on {_NETS})?|join (?:the conversation|the discussion|{_LIST})",
            r"(?:leave|post|add|write) (?:a |your )?(?:comment|reply)",
            r"(?:see|read|view|show|hide) (?:all )?(?:the )?comments",
            r"comments? ?\(\d+\)|\d+ (?:comments|reactions|shares)|report (?:an error|a typo|this comment)",
            rf"(?:{_PAGE_IS})?(?:reserved|available only|only available|exclusive(?:ly)?) (?:for|to) {_WHO}",
            r"subscribers only|subscriber-only(?: content| article)?",
            r"you (?:still )?have \d+ ?% of (?:this|the) article (?:left )?to read",
            r"(?:to )?(?:continue|keep) reading(?:,? subscribe| this article)?",
        )
    ),
    guard=stands_alone,
    repair="",
    safe=True,
    evidence="layout",
)
