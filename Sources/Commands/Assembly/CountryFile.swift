import Access
import Mechanisms
import Vocabulary
import Yams

/// `country.yaml`: what a country adds to the book (docs/handbook/country.md).
struct CountryFile: Decodable {
    let country: String
    let fields: [AddedField]?
    let codes: [AddedCode]?
    let clocks: [String: Int]?
    let reminders: [String: ChangedReminders]?
    let labels: [String: [String: String]]?

    struct AddedField: Decodable {
        let mechanism: String
        let name: String
        let kind: String
        let list: String?
        let sensitivity: String?
        let labels: [String: String]
    }

    struct AddedCode: Decodable {
        let list: String
        let id: String
        let parent: String?
        let retired: Bool?
        let labels: [String: String]
    }

    /// Days from the last day of what is owed.
    struct ChangedReminders: Decodable {
        let days: [Int]
        let escalate: Int?
        let grace: Int?
    }

    static func overlay(yaml: String, file: String) throws -> CountryOverlay {
        let read: CountryFile
        do {
            try checkKeys(of: yaml, file: file)
            read = try YAMLDecoder().decode(CountryFile.self, from: yaml)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure.malformed(file: file, detail: CountryFile.plain(error))
        }
        var texts = read.labels ?? [:]
        for field in read.fields ?? [] {
            for (language, text) in field.labels {
                texts[language, default: [:]][TextKey.field(field.mechanism, field.name)] = text
            }
        }
        for code in read.codes ?? [] {
            for (language, text) in code.labels {
                texts[language, default: [:]][TextKey.code(code.list, code.id)] = text
            }
        }
        return CountryOverlay(
            country: read.country, fields: try (read.fields ?? []).map { try $0.declared(in: file) },
            codes: (read.codes ?? []).map {
                ($0.list, Code(id: $0.id, parent: $0.parent, isNational: true, isRetired: $0.retired ?? false))
            },
            clocks: read.clocks ?? [:],
            reminders: (read.reminders ?? [:]).mapValues {
                ReminderRule(days: $0.days, escalation: $0.escalate, grace: $0.grace)
            }, labels: texts)
    }

    /// A key that nobody knows is a typing mistake, and a rule that a country believes to be in force.
    private static func checkKeys(of yaml: String, file: String) throws {
        let known = ["country", "fields", "codes", "clocks", "reminders", "labels"]
        guard let root = try Yams.compose(yaml: yaml), case .mapping(let mapping) = root else {
            throw CommandFailure.malformed(
                file: file, detail: "it is not a map of country, fields, codes, clocks, reminders, labels")
        }
        for key in mapping.keys where !known.contains(key.scalar?.string ?? "") {
            throw CommandFailure.malformed(
                file: file,
                detail: "line \(key.mark?.line ?? 0): there is no key “\(key.scalar?.string ?? "?")”; there are: "
                    + known.joined(separator: ", "))
        }
    }

    private static func plain(_ error: any Error) -> String {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return "line \(mark.line) is not YAML: \(problem)"
        case YamlError.duplicatedKeysInMapping: return "a key stands twice in the same place"
        default: break
        }
        guard let decoding = error as? DecodingError else { return "it is not YAML" }
        return switch decoding {
        case .keyNotFound(let key, let context):
            "“\(key.stringValue)” is missing at \(path(context.codingPath))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(path(context.codingPath)) holds a value of another kind"
        case .dataCorrupted(let context): "\(path(context.codingPath)) is not YAML"
        @unknown default: "it does not have the form of a country file"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty
            ? "the top" : keys.map { $0.intValue.map { "entry \($0 + 1)" } ?? $0.stringValue }.joined(separator: " › ")
    }
}

extension CountryFile.AddedField {
    fileprivate func declared(in file: String) throws -> (mechanism: String, field: Field) {
        let level: Sensitivity
        switch sensitivity ?? "restricted" {
        case "open": level = .open
        case "restricted": level = .restricted
        case "confidential": level = .confidential
        default:
            throw CommandFailure.malformed(
                file: file, detail: "field “\(name)”: sensitivity is open, restricted or confidential")
        }
        let kind: Field.Kind
        switch (self.kind, list) {
        case ("text", _): kind = .text
        case ("period", _): kind = .period
        case ("boolean", _): kind = .boolean
        case ("integer", _): kind = .integer(0...Int(Int32.max))
        case ("code", let list?): kind = .code(list: list)
        case ("codes", let list?): kind = .codes(list: list)
        default:
            throw CommandFailure.malformed(
                file: file,
                detail: "field “\(name)”: kind is text, period, boolean, integer, or code/codes with a list")
        }
        return (mechanism, .national(name, kind, sensitivity: level))
    }
}
