import Mechanisms

/// How much of a run labels say something of.
struct LabelCoverage {
    /// Pairs that a run told, and those of them that carry no label.
    struct Told {
        let all: Int
        let unlabelled: Int

        init(_ judged: LinkTruth.Judged) {
            all = judged.found + judged.unlabelled
            unlabelled = judged.unlabelled
        }

        var share: Double { all > 0 ? Double(unlabelled) / Double(all) : 0 }
        var percent: String { LinkOutput.rounded(100 * share, 1) + " %" }

        var json: JSON {
            .members(["pairs": .number(all), "unlabelled": .number(unlabelled), "unlabelledShare": .decimal(share)])
        }
    }

    /// Pairs that labels say are one person, and two; rows that say neither.
    let same: Int
    let different: Int
    let leftOut: Int
    let linked: Told
    /// nil where no scores were given.
    let scored: Told?

    init(_ labels: LinkLabels, linked: LinkTruth.Judged, scored: LinkTruth.Judged?) {
        (same, different, leftOut) = (labels.same, labels.different, labels.leftOut)
        self.linked = Told(linked)
        self.scored = scored.map(Told.init)
    }

    /// For staff.
    var lines: [String] {
        let told = [(linked, "linked")] + (scored.map { [($0, "scored")] } ?? [])
        return [
            "by labels of pairs: \(same) of one person, \(different) of two, \(leftOut) left out; only these pairs count"
        ]
            + told.map { told, kind in
                "\(told.unlabelled) of \(told.all) \(kind) pairs carry no label (\(told.percent)): nothing is said of them"
            }
    }

    var json: JSON {
        .members([
            "same": .number(same), "different": .number(different), "leftOut": .number(leftOut), "linked": linked.json,
            "scored": scored?.json ?? .null,
        ])
    }
}
