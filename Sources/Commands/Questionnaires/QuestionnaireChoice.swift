import Registry
import Vocabulary

/// Which questionnaire or round is meant.
struct QuestionnaireChoice {
    private let open: OpenRegistry

    init(_ open: OpenRegistry) { self.open = open }

    /// The newest version of a title, or the version of an id; the only one where none is named.
    ///
    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    func questionnaire(_ named: String?) throws -> QuestionnaireSheet {
        let sheets = try open.registry.questionnaires(open.asking)
        let fitting =
            named.map { name in sheets.filter { [$0.record.description, $0.title].contains(name) } } ?? sheets
        guard let newest = fitting.max(by: { $0.edition < $1.edition }), Set(fitting.map(\.title)).count == 1 else {
            throw CommandFailure.unknownName(
                kind: "questionnaire", name: named ?? "", known: Set(sheets.map(\.title)).sorted())
        }
        return newest
    }

    /// The newest version of a title; nil where there is none.
    func newest(titled title: String) throws -> QuestionnaireSheet? {
        try open.registry.questionnaires(open.asking).filter { $0.title == title && $0.state != "ended" }
            .max { $0.edition < $1.edition }
    }

    /// The round of an id or title; the only one where none is named.
    ///
    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    func round(_ named: String?) throws -> RoundStand {
        let rounds = try open.registry.rounds(open.asking)
        let fitting =
            named.map { name in rounds.filter { [$0.record.description, $0.title].contains(name) } } ?? rounds
        guard fitting.count == 1, let round = fitting.first else {
            throw CommandFailure.unknownName(kind: "round", name: named ?? "", known: rounds.map(\.title))
        }
        return round
    }
}
