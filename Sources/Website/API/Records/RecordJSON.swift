import Access
import Mechanisms
import Registry
import Vocabulary

/// Records as the interface tells them. What is withheld or erased is named, each in its list; what was not reported is
/// in none.
enum RecordJSON {
    /// - Parameter marks: Handling marks in force; nil where the record is told of a step and is not given out.
    static func json(_ view: RecordView, under marks: HandlingMarks? = nil) -> JSON {
        let printed = marks?.printed(view.marking, showing: [view.record])
        return .object(
            [
                member("mechanism", .text(view.mechanism)), member("record", .text(view.record.description)),
                member("version", .number(view.version)), member("state", .text(view.state)),
                member("effective", .text(view.effective.description)), member("isClosed", .boolean(view.isClosed)),
                member("owner", view.owner.map { .text($0.description) } ?? .null),
                member(
                    "relations", .array(Relation.allCases.filter(view.relations.contains).map { .text($0.rawValue) })),
                member("rule", .text(view.rule)), member("marking", .text((printed?.level ?? view.marking).rawValue)),
                member("markedUntil", printed?.until.map { .text($0.description) } ?? .null),
            ] + contents(view.fields))
    }

    /// `fields`, `withheld` and `erased`.
    static func contents(_ views: [RecordView.FieldView]) -> [JSON.Member] {
        var shown: [JSON.Member] = []
        var withheld: [JSON] = []
        var erased: [JSON] = []
        for view in views {
            switch view.content {
            case .shown(let value): shown.append(member(view.name, FieldJSON.json(value)))
            case .withheld: withheld.append(.text(view.name))
            case .erased: erased.append(.text(view.name))
            case .absent: break
            }
        }
        return [
            member("fields", .object(shown)), member("withheld", .array(withheld)), member("erased", .array(erased)),
        ]
    }

    static func json(_ entry: TimelineEntry) -> JSON {
        let common = [
            member("sequence", .number(Int(entry.sequence))), member("recordedAt", .text(entry.recordedAt.description)),
            member("function", .text(entry.function)),
            member("organisation", entry.organisation.map(JSON.text) ?? .null),
            member("account", entry.account.map(JSON.text) ?? .null),
        ]
        switch entry.what {
        case .accessed(let kind): return .object(common + [member("access", .text(kind))])
        case .changed(let transition, let state, let version, let fields, let reason):
            return .object(
                common + [
                    member("transition", .text(transition)), member("state", .text(state)),
                    member("version", .number(version)), member("reason", reason.map(JSON.text) ?? .null),
                ] + contents(fields))
        }
    }

    static func json(_ offer: Offer) -> JSON {
        .object([
            member("transition", .text(offer.transition.name)), member("to", .text(offer.transition.to)),
            member("isOpen", .boolean(offer.isOpen)), member("obstacles", .array(offer.obstacles.map(json))),
        ])
    }

    private static func json(_ obstacle: Offer.Obstacle) -> JSON {
        switch obstacle {
        case .policy: .members(["code": "policy"])
        case .function: .members(["code": "function"])
        case .state(let states): .members(["code": "state", "states": .array(states.map(JSON.text))])
        }
    }

    /// What somebody wanted, beside what there is: told only to the one who sent it.
    static func json(_ command: Command) -> JSON {
        let fields = command.changes.sorted { $0.key < $1.key }.map { member($0.key, FieldJSON.json($0.value)) }
        return .members([
            "transition": .text(command.transition), "expectedVersion": .number(command.expectedVersion),
            "effective": .text(command.effective.description), "reason": command.reason.map(JSON.text) ?? .null,
            "fields": .object(fields),
        ])
    }

    static func json(_ neighbour: Neighbour) -> JSON {
        .members([
            "field": .text(neighbour.field), "mechanism": .text(neighbour.view.mechanism),
            "record": .text(neighbour.view.record.description), "state": .text(neighbour.view.state),
        ])
    }

    static func json(_ total: RecordPage.Total) -> JSON {
        switch total {
        case .exactly(let count): .members(["count": .number(count), "isExact": .boolean(true)])
        case .moreThan(let count): .members(["count": .number(count), "isExact": .boolean(false)])
        }
    }

    static func member(_ name: String, _ value: JSON) -> JSON.Member { JSON.Member(name: name, value: value) }
}
