"""How English news attributes speech."""

from __future__ import annotations

SAY = (r"(?:said|says|told|tells|added|adds|noted|notes|stressed|stresses|emphasized|emphasised|underlined|underscored|"
       r"remarked|"
       r"stated|states|declared|explained|replied|answered|commented|concluded|continued|recalled|pointed out|wrote|"
       r"posted|"
       r"tweeted|insisted|argued|warned|promised|asserted|announced|observed|suggested|quipped|joked|affirmed|"
       r"reiterated|"
       r"urged|acknowledged|admitted|confirmed|cautioned|summed up|went on|asked|claimed|exclaimed|maintained|"
       r"was quoted as saying|is quoted as saying|were quoted as saying|has said|have said|had said|assured|"
       r"highlighted|opined|"
       r"lamented|vowed|pledged|predicted|stipulated|expressed confidence|shared|informed)")
SAYING = (r"(?:saying|adding|noting|stressing|explaining|telling \w+|remarking|writing|pointing out|emphasizing|"
          r"declaring|"
          r"commenting|recalling|citing|warning)")
UNMARKED = (
    r"(?:said|noted|stressed|emphasized|added|stated|concluded|underlined|remarked|pointed out|told|declared|"
    r"underscored)"
)
NARRATIVE = (r"(?:thanked|said|noted|stressed|emphasized|highlighted|expressed|told|spoke|welcomed|recalled|pointed|"
             r"invited|"
             r"congratulated|informed|drew|underlined|underscored|added|stated|announced|described|praised|confirmed|"
             r"reaffirmed|"
             r"met|held|received|proposed|suggested|called|urged|shared|discussed|conveyed|assured|focused|dwelt|"
             r"outlined|"
             r"arrived|visited|signed|attended|began|opened|addressed|offered|agreed|accepted|wished|commended|"
             r"conducted|"
             r"signed|exchanged|chaired|hosted|briefed|greeted|paid|were|was|are|is|has|have|had|will)")
IN_TURN = (
    r"(?:in (?:his|her) turn|for (?:his|her) part|in response|according to|following the|during the|at the|on the)"
)
PRONOUN = r"(?:he|she)"
LOOSE = (
    r"(?:t|x|(?:(?:a|an|the|its|their|one) [a-z ]{3,40})?(?:spokes\w+|officials?|diplomats?|service|sources?|aides?|"
    r"executives?|ministry|office|statement)|it|they)"
)
"""Speakers without a name."""
OF_INSTITUTION = r"(?:statement|readout|press release|communique|communiqué|press service|press office|website)"
"""What an institution speaks through: 'the Kremlin statement said'."""
LETTER = r"(?:telegram|message|letter|congratulation|condolences)"
READS = r"(?:reads|read|says|said|states|stated)"
TURN = (
    r"(?:QUESTION|Question|Q|MODERATOR|Moderator|Reporter|REPORTER|(?:MR|MS|MRS|DR)\.? [A-Z'’-]+|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){1,5})(?: \([^)\n]{1,40}\))?:"
)
"""The head of a turn in a transcript whose speaker may be nobody we know."""
