/// Whose clerks' spellings of a sound are made one, where a link description says of whom the names are.
///
/// Nothing chooses a family but a person: names of several families stand in one file, and a name that was read by one
/// family's rules in one file and by another's in the next would meet itself in neither.
package enum SoundFamily: String, Sendable, CaseIterable {
    /// The rules that all families share: for files of many origins, and where nobody says anything.
    case all
    /// Chinese names in pinyin and in Wade–Giles, which write one sound as `zh` and `ch`, `b` and `p`, `x` and `hs`.
    case chinese
    /// Arabic and West African names as English, French and Portuguese clerks write them: `w` and `ou`, `j` and `dj`, `ny`,
    /// `gn` and `nh`.
    case arabicAndWestAfrican = "arabic-west-african"

    /// Beyond those of all families, or instead of them.
    var rules: String {
        switch self {
        case .all: ""
        case .chinese: "zh=ĉ j=ĉ q=ĉ x=ŝ ts=s tz=s z=s c=s b=p d=t g=k ung=ong ui=uei iu=iou r=j"
        case .arabicAndWestAfrican: "dy=j nh=n gn=n ny=n lh=l x=ŝ w=u ou=u gu=g o=u"
        }
    }
}
