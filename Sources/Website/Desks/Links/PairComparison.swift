import Access
import Linkage
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The evidence of a pair as a table and a drawing: with values for those who may read them, with degrees of agreement for
/// everybody else.
struct PairComparison {
    let section: DeskSection
    /// Nil where the evidence cannot be read or is not for the reader.
    let drawing: DeskSection?
    /// Of the two records, as far as they are shown.
    let markings: [Access.Marking]

    init(_ view: RecordView, _ visit: Visit) throws {
        let persons = try ["first", "second"].map { try PairComparison.person(in: $0, of: view, visit) }
        markings = persons.compactMap { $0?.marking }
        func text(_ key: String) -> String { visit.links("compare.\(key)") }
        let links = zip(persons, ["first-open", "second-open"]).compactMap { person, key in
            person.map { DeskPage.Link(text: text(key), href: WorkbenchPaths.record($0.record)) }
        }
        guard case .text(let line)? = view.value("evidence"), let evidence = PairEvidence(line) else {
            // Joined by hand, or above the reader's ceiling.
            let note = view.content("evidence") == .withheld ? text("hidden") : text("unreadable")
            section = DeskSection(
                "compare", text("title"), note: view.content("evidence") == .absent ? "" : note, links: links)
            drawing = nil
            return
        }
        let words = EvidenceWords(evidence, try visit.registry.mechanism("person"), visit)
        let thousand: String =
            if case .integer(let number)? = view.value("probability") {
                visit.exchange.texts.number(number)
            } else {
                text("hidden")
            }
        section = DeskSection(
            "compare", text("title"), note: visit.links("compare.note", ["thousand": thousand]),
            tables: [words.table(persons)], links: links)
        drawing = DeskSection(
            "chart", visit.links("chart.title"), note: visit.links("chart.words"), drawings: [words.drawing])
    }

    /// A person as the reader may see them; nil where they may not.
    private static func person(in field: String, of view: RecordView, _ visit: Visit) throws -> RecordView? {
        guard let record = view.value(field)?.linked.first else { return nil }
        do { return try visit.registry.read(record, visit.asking) } catch is RegistryRefusal { return nil }
    }
}

/// Evidence in the words of a language.
struct EvidenceWords {
    private let evidence: PairEvidence
    private let person: Mechanism
    private let visit: Visit

    init(_ evidence: PairEvidence, _ person: Mechanism, _ visit: Visit) {
        (self.evidence, self.person, self.visit) = (evidence, person, visit)
    }

    private func text(_ key: String) -> String { visit.links("compare.\(key)") }

    private func figure(_ bits: Double) -> String {
        // Never a zero with a sign.
        visit.exchange.texts.decimal(abs(bits) < 0.05 ? 0 : bits, digits: 1)
    }

    private func name(_ field: String) -> String {
        person.field(field) == nil ? field : visit.wording.field(person, field)
    }

    /// What stands before, between and after the fields, where it counts.
    private var others: [(name: String, bits: Double)] {
        [("swapped", evidence.swapped), ("related", evidence.related)].filter { $0.1 != 0 }.map { (text($0.0), $0.1) }
    }

    /// - Parameter persons: The two records as far as the reader may see them.
    func table(_ persons: [RecordView?]) -> DeskTable {
        let empty = DeskTable.Value("–")
        func plain(_ name: String, _ bits: Double) -> [DeskTable.Value] {
            [.init(name), empty, empty, empty, .init(figure(bits))]
        }
        let fields = evidence.parts.map { part -> [DeskTable.Value] in
            [.init(name(part.field))] + persons.map { value(part.field, of: $0) } + [
                .init(visit.links("agreements.\(part.agreement.rawValue)")), .init(figure(part.bits)),
            ]
        }
        return DeskTable(
            text("caption"), columns: ["field", "first", "second", "agreement", "bits"].map(text),
            rows: [plain(text("prior"), evidence.prior)] + fields + others.map { plain($0.name, $0.bits) }
                + [plain(text("total"), evidence.total)])
    }

    private func value(_ field: String, of person: RecordView?) -> DeskTable.Value {
        guard let person else { return .init(text("hidden")) }
        // A year alone stands for a date of birth where no day is known.
        let content = person.content(field)
        let isYear = field == "birth-date" && content == .absent
        let shown = isYear ? person.content("birth-year") : content
        switch shown {
        case .shown(let value):
            let words = visit.wording.plain(value, of: self.person.field(isYear ? "birth-year" : field))
            return .init(visit.exchange.texts.list(words))
        case .withheld: return .init(text("hidden"))
        case .erased: return .init(visit.wording["value.erased"])
        case .absent: return .init(visit.wording["value.absent"])
        }
    }

    var drawing: Drawing {
        let steps =
            [(text("prior"), evidence.prior)] + evidence.parts.map { (name($0.field), $0.bits) } + others
        return WaterfallChart(
            Drawing.Caption(
                identifier: "evidence", title: visit.links("chart.title"),
                description: visit.links("chart.words"),
                direction: ReadingDirection(rawValue: visit.exchange.texts.direction) ?? .leftToRight),
            steps: steps.map { .init($0.0, $0.1, figure: figure($0.1)) }
        ).drawing()
    }
}
