import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What is held on a person, for them to have on paper, for `workbench-protection-file.mustache`.
struct SubjectFilePage: Sendable {
    struct Part: Sendable {
        let title: String
        let state: StateBadge
        let source: String
        let lines: [Line]
        let kept: [String]
    }

    struct Line: Sendable {
        let label: String
        let text: String
        let note: String
        let isNote: Bool
    }

    let title: String
    let level: Access.Marking
    let styleHref: String
    let hint: String
    let made: String
    let caution: String
    let jsonHref: String
    let json: String
    let parts: [Part]
    let recipientsTitle: String
    let recipients: [String]
    let hasRecipients: Bool
    let noRecipients: String
    let leftOutTitle: String
    let leftOut: String

    init(of person: RecordID, _ visit: Visit) throws {
        let words = ProtectionWords(visit)
        let access = try visit.registry.subjectAccess(to: person, visit.asking)
        let names = LinkedNames(access, visit)
        title = words["file.title"]
        level = access.marking
        styleHref = WorkbenchPaths.paperStyle(level.rawValue, visit.wording.texts.language)
        (hint, made, caution) = (visit.wording["paper.hint"], words.made(visit), words["file.caution"])
        (jsonHref, json) = (ProtectionPaths.fileJSON(person), words["file.json"])
        parts = access.parts.compactMap { Part($0, names, words) }
        recipientsTitle = words["file.recipients"]
        recipients = access.recipients.map { recipient in
            words.filled(
                "file.recipient",
                [
                    "post": words.post(recipient.function, recipient.organisation),
                    "times": visit.wording.texts.number(recipient.times),
                    "day": visit.wording.texts.day(recipient.last.day),
                    "purposes": recipient.purposes.map(words.purpose).joined(separator: ", "),
                ])
        }
        (hasRecipients, noRecipients) = (!recipients.isEmpty, words["file.no-recipients"])
        leftOutTitle = words["file.left-out"]
        leftOut = access.leftOut == 0 ? words["file.nothing-left-out"] : words.counted("file.left", access.leftOut)
    }
}

extension SubjectFilePage.Part {
    init?(_ part: SubjectAccess.Part, _ names: LinkedNames, _ words: ProtectionWords) {
        let view = part.view
        guard let mechanism = words.wording.book.mechanism(view.mechanism) else { return nil }
        title = words.wording.filled(
            "unnamed", ["kind": words.wording.title(mechanism), "end": Names.short(view.record)])
        state = StateBadge(view.state, of: mechanism, words.wording)
        source = words.filled(
            part.isImported ? "file.imported" : "file.recorded",
            [
                "day": words.wording.texts.day(part.recordedAt.day),
                "post": words.post(part.function, part.organisation),
            ])
        lines = view.fields.filter { $0.content != .absent || part.masked.contains($0.name) }.map { field in
            SubjectFilePage.Line(field, of: mechanism, isMasked: part.masked.contains(field.name), names, words)
        }
        kept = part.retention.map { due in
            words.filled(
                "file.kept",
                ["day": words.wording.texts.day(due.due), "ending": words.ending(due.clause.ending)])
        }
    }
}

extension SubjectFilePage.Line {
    init(
        _ field: RecordView.FieldView, of mechanism: Mechanism, isMasked: Bool, _ names: LinkedNames,
        _ words: ProtectionWords
    ) {
        label = words.wording.field(mechanism, field.name)
        let masked = isMasked ? words["file.masked"] : ""
        switch field.content {
        case .shown(let value):
            let texts = words.wording.plain(value, of: mechanism.field(field.name)) + value.linked.map(names.name)
            (text, note) = (texts.joined(separator: " · "), masked)
        case .withheld: (text, note) = ("", isMasked ? masked : words.wording["value.withheld"])
        case .erased: (text, note) = ("", words.wording["value.erased"])
        case .absent: (text, note) = ("", masked)
        }
        isNote = !note.isEmpty
    }
}

/// What links are called on a paper that goes to the person: organisations and posts by their names, records by kind and
/// the end of their id. Nothing is looked up, so that nobody else is named.
struct LinkedNames: Sendable {
    private let kinds: [RecordID: String]
    private let directory: Directory
    private let words: ProtectionWords

    init(_ access: SubjectAccess, _ visit: Visit) {
        kinds = Dictionary(
            access.parts.map { ($0.view.record, $0.view.mechanism) }, uniquingKeysWith: { first, _ in first })
        directory = visit.registry.directory
        words = ProtectionWords(visit)
    }

    func name(_ record: RecordID) -> String {
        if let house = directory.organisations[record] { return house.name }
        if let post = directory.posts[record] {
            return words.post(post.kind.rawValue, directory.organisations[post.organisation]?.name)
        }
        let kind = kinds[record].flatMap { words.wording.book.mechanism($0) }.map { words.wording.title($0) }
        return words.wording.filled("unnamed", ["kind": kind ?? words["record-word"], "end": Names.short(record)])
    }
}
