import Mechanisms
import Registry
import Vocabulary

/// What a form holds, as people wrote it: kept through errors, choices, drafts and conflicts.
struct StepInput: Sendable {
    /// `f.<field>` for values, `t.<field>` for what was typed and is not yet a code, then the form's own.
    var fields: Fields

    private static let valueMark = "f."
    private static let typedMark = "t."
    private static let own: Set<String> = ["effective", "reason", "key", "version", "shown", known]

    static func name(of field: String) -> String { valueMark + field }
    static func typedName(of field: String) -> String { typedMark + field }

    /// What was sent or is in an address; names that no form has are dropped.
    init(_ fields: Fields) {
        self.fields = Fields(
            fields.all.filter {
                $0.name.hasPrefix(StepInput.valueMark) || $0.name.hasPrefix(StepInput.typedMark)
                    || StepInput.own.contains($0.name)
            })
    }

    /// What the form begins with: the record as it is, today, and a key of its own.
    init(for task: StepTask, prefilled: Fields, _ visit: Visit) {
        self.init(prefilled)
        if self["key"] == nil {
            var random = SystemRandomNumberGenerator()
            set("key", [RecordID(at: visit.exchange.moment, using: &random).description])
        }
        if self["effective"] == nil { set("effective", [visit.today.description]) }
        if let present = task.present, self["version"] == nil { set("version", [String(present.version)]) }
        for field in task.fields where !isSent(field.name) && !task.saidEachTime.contains(field.name) {
            if let value = task.present?.value(field.name) {
                set(StepInput.name(of: field.name), FieldText.texts(of: value))
            }
        }
    }

    subscript(name: String) -> String? { fields[name] }

    func values(of field: String) -> [String] {
        fields.values(of: StepInput.name(of: field)).filter { !$0.isEmpty }
    }

    func typed(_ field: String) -> String { fields[StepInput.typedName(of: field)] ?? "" }

    private func isSent(_ field: String) -> Bool {
        fields[StepInput.name(of: field)] != nil || fields[StepInput.typedName(of: field)] != nil
            || self["shown"] != nil
    }

    mutating func set(_ name: String, _ values: [String]) {
        fields = Fields(fields.without([name]).all + values.map { .init(name: name, value: $0) })
    }

    /// The key that makes sending twice the same as sending once; also the id of a record that the form opens.
    var key: RecordID? { self["key"].flatMap { RecordID($0) } }
    /// The version of the record that the person saw.
    var version: Int { self["version"].flatMap { Int($0) } ?? 0 }
}
