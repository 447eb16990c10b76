package import Mechanisms
import Vocabulary

extension Registry {
    /// Treaties with the acts on them, as far as the one who asks may read them: the oldest treaty first, a Protocol
    /// behind its Convention.
    ///
    /// Acts that were entered wrongly are not among them, on whatever day they are asked for (decision 0207).
    package func treatyLaw(_ asking: Asking) throws -> TreatyLaw {
        let treaties = try readable("treaty", asking).compactMap(TreatyTerms.init)
        let acts = try readable("treaty-act", asking).compactMap(TreatyAct.init)
        return TreatyLaw(Registry.inOrder(treaties), acts: acts)
    }

    private static func inOrder(_ treaties: [TreatyTerms]) -> [TreatyTerms] {
        let byRecord = Dictionary(treaties.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ terms: TreatyTerms) -> (CalendarDate, Int, String) {
            let top = terms.parent.flatMap { byRecord[$0] } ?? terms
            let first = CalendarDate(daysSinceEpoch: .min / 2)
            return (top.adoptedOn ?? first, terms.parent == nil ? 0 : 1, terms.name)
        }
        return treaties.sorted { place($0) < place($1) }
    }
}
