import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What the fields of a form need of other records: names of those chosen, and short lists to choose from.
struct FormContext: Sendable {
    struct Choice: Sendable {
        let record: RecordID
        let name: String
    }

    let wording: Wording
    let names: Names
    /// What terms mean in the language of the form.
    private let definitions: [String: Registry.Definition]
    /// Organisations and posts, where there are few enough to choose from a list.
    let directory: [String: [Choice]]
    /// Records that may go along with those chosen in a field that hands records to others.
    private let beside: [String: [Choice]]

    /// More records than this are searched for.
    static let mostListed = 150

    init(_ task: StepTask, _ input: StepInput, _ visit: Visit) throws {
        wording = visit.wording
        definitions = try visit.registry.definitions(in: visit.wording.texts.language, visit.asking)
        var directory: [String: [Choice]] = [:]
        var rows: [RecordView] = []
        let linked = Set(task.fields.compactMap(\.linkedMechanism))
        for mechanism in visit.registry.visibleMechanisms(visit.asking)
        where linked.contains(mechanism.name) && mechanism.matter == .network {
            let page = try visit.registry.list(
                ListRequest(
                    mechanism.name, states: Set(mechanism.states).subtracting(mechanism.closedStates),
                    limit: FormContext.mostListed), visit.asking)
            if page.next == nil {
                directory[mechanism.name] = page.rows.map { Choice(record: $0.record, name: "") }
                rows += page.rows
            }
        }
        let chosen = task.fields.flatMap { field in
            field.linkedMechanism == nil ? [] : input.values(of: field.name).compactMap { RecordID($0) }
        }
        let companions = try FormContext.companions(task, input, visit)
        rows += companions.values.flatMap(\.self)
        let names = try Names(in: rows, besides: chosen, visit)
        self.names = names
        self.directory = directory.mapValues { choices in
            choices.map { Choice(record: $0.record, name: names[$0.record] ?? "") }.sorted { $0.name < $1.name }
        }
        beside = companions.mapValues { views in
            views.map { Choice(record: $0.record, name: names.heading(of: $0)) }
        }
    }

    /// What the label of a field means and where that stands; empty where nobody agreed on it.
    func definition(of label: String) -> String {
        definitions[Registry.folded(label)].map {
            wording.filled("step.hint-definition", ["definition": $0.text, "source": $0.source])
        } ?? ""
    }

    /// Records beside those chosen that are not chosen yet.
    func companions(of field: Field, _ chosen: [String]) -> [Choice] {
        (beside[field.name] ?? []).filter { !chosen.contains($0.record.description) }
    }

    /// A field that gives others access to what it names offers what belongs to it, so that a handed case is a whole one.
    private static func companions(
        _ task: StepTask, _ input: StepInput, _ visit: Visit
    ) throws -> [String: [RecordView]] {
        guard task.transition.opensRecord else { return [:] }
        var found: [String: [RecordView]] = [:]
        for field in Set(task.mechanism.standings.flatMap(\.toLinked)) where task.mechanism.field(field)?.isMany == true
        {
            var views: [RecordID: RecordView] = [:]
            for record in input.values(of: field).compactMap({ RecordID($0) }).prefix(20) {
                let view = try visit.registry.read(record, visit.asking)
                for neighbour in try visit.registry.neighbours(of: view, visit.asking)
                where visit.registry.mayExport(neighbour.view, visit.asking) && neighbour.view.mechanism != "share" {
                    views[neighbour.view.record] = neighbour.view
                }
            }
            found[field] = views.values.sorted { $0.record < $1.record }
        }
        return found
    }
}
