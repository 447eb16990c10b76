/// A form of a desk's page: its fields, what was wrong with them, and one button.
struct DeskForm: Sendable {
    struct Option: Sendable {
        let value: String
        let text: String
        let isChosen: Bool

        init(_ value: String, _ text: String, isChosen: Bool = false) {
            (self.value, self.text, self.isChosen) = (value, text, isChosen)
        }
    }

    /// Something to type into.
    struct Line: Sendable {
        let type: String
        let value: String
    }

    struct Select: Sendable {
        let options: [Option]
    }

    let action: String
    let button: String
    let isDangerous: Bool
    let hidden: [Fields.Field]
    let controls: [Control]

    init(
        to action: String, _ button: String, hidden: [Fields.Field] = [], isDangerous: Bool = false,
        controls: [Control] = []
    ) {
        (self.action, self.button, self.hidden) = (action, button, hidden)
        (self.isDangerous, self.controls) = (isDangerous, controls)
    }

    /// One question of a form; exactly one of its ways to answer has a member.
    struct Control: Sendable {
        let name: String
        let label: String
        let isRequired: Bool
        let required: String
        let hint: [String]
        let error: [String]
        /// What is read out with the field: ids of the hint and of what was wrong.
        let described: [String]
        let lines: [Line]
        let areas: [Line]
        let selects: [Select]
        let checks: [Option]
        let hasChecks: Bool
        let isLabelled: Bool

        enum Way {
            case line(type: String, value: String)
            case area(value: String)
            case select([Option])
            case checks([Option])
        }

        init(
            _ name: String, _ label: String, _ way: Way, required: String? = nil, hint: String = "",
            error: String? = nil
        ) {
            (self.name, self.label) = (name, label)
            (isRequired, self.required) = (required != nil, required ?? "")
            self.hint = hint.isEmpty ? [] : [hint]
            self.error = error.map { [$0] } ?? []
            let ids = (hint.isEmpty ? [] : ["h-\(name)"]) + (error == nil ? [] : ["e-\(name)"])
            described = ids.isEmpty ? [] : [ids.joined(separator: " ")]
            var (lines, areas, selects, checks): ([Line], [Line], [Select], [Option]) = ([], [], [], [])
            switch way {
            case .line(let type, let value): lines = [Line(type: type, value: value)]
            case .area(let value): areas = [Line(type: "", value: value)]
            case .select(let options): selects = [Select(options: options)]
            case .checks(let options): checks = options
            }
            (self.lines, self.areas, self.selects, self.checks) = (lines, areas, selects, checks)
            (hasChecks, isLabelled) = (!checks.isEmpty, checks.isEmpty)
        }
    }
}
