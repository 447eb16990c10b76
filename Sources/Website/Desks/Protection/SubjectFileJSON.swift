import Access
import Mechanisms
import Registry
import Vocabulary

/// What is held on a person as a file that a program can read: names of fields and codes as the book has them.
struct SubjectFileJSON: Sendable {
    let json: JSON

    init(_ access: SubjectAccess, at moment: Timestamp, _ book: Book) {
        json = .members([
            "format": .text("rapporteur-subject-access-1"), "made": .text(moment.description),
            "distribution": .text(access.marking.rawValue),
            "records": .array(access.parts.map { SubjectFileJSON.part($0, book) }),
            "recipients": .array(access.recipients.map(SubjectFileJSON.recipient)),
            "recordsLeftOut": .number(access.leftOut),
        ])
    }

    private static func part(_ part: SubjectAccess.Part, _ book: Book) -> JSON {
        let view = part.view
        var fields: [(String, JSON)] = []
        var withheld: [JSON] = []
        for field in view.fields {
            switch field.content {
            case .shown(let value): fields.append((field.name, FieldJSON.json(value)))
            case .withheld where !part.masked.contains(field.name): withheld.append(.text(field.name))
            case .withheld, .erased, .absent: break
            }
        }
        return .members([
            "kind": .text(view.mechanism), "id": .text(view.record.description), "state": .text(view.state),
            "since": .text(view.effective.description), "distribution": .text(view.marking.rawValue),
            "fields": .object(fields.map { JSON.Member(name: $0.0, value: $0.1) }), "withheld": .array(withheld),
            "concernsOthers": .array(part.masked.map(JSON.text)),
            "recorded": .members([
                "at": .text(part.recordedAt.description), "function": .text(part.function),
                "organisation": part.organisation.map(JSON.text) ?? .null, "imported": .boolean(part.isImported),
            ]),
            "kept": .array(part.retention.map(SubjectFileJSON.kept)),
        ])
    }

    private static func kept(_ due: RetentionDue) -> JSON {
        .members([
            "clock": .text(due.clause.clock), "from": .text(due.from.description), "until": .text(due.due.description),
            "prolongedUntil": due.prolongedUntil.map { .text($0.description) } ?? .null,
            "then": .text(due.clause.ending.rawValue),
        ])
    }

    private static func recipient(_ recipient: SubjectAccess.Recipient) -> JSON {
        .members([
            "organisation": recipient.organisation.map(JSON.text) ?? .null, "function": .text(recipient.function),
            "purposes": .array(recipient.purposes.map(JSON.text)), "times": .number(recipient.times),
            "last": .text(recipient.last.description),
        ])
    }
}
