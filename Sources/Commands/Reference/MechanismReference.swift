import Access
import Mechanisms

/// docs/reference/mechanisms.md: every mechanism of the book with its fields, states and steps.
struct MechanismReference {
    let book: Book

    func markdown() -> String {
        let head = """
            # Mechanisms

            Made from the book by `make reference`; do not edit.

            | mechanism | serves | fields | states | steps |
            |---|---|---|---|---|

            """
        let rows = book.mechanisms.map { mechanism in
            "| [\(mechanism.name)](#\(mechanism.name)) | \(mechanism.serves.joined(separator: ", ")) "
                + "| \(mechanism.fields.count) | \(mechanism.states.count) | \(mechanism.transitions.count) |"
        }
        return head + rows.joined(separator: "\n") + "\n" + book.mechanisms.map(section).joined()
    }

    private func section(_ mechanism: Mechanism) -> String {
        let fields = mechanism.fields.map { field in
            "| \(field.name) | \(kind(field)) | \(field.sensitivity) | \(field.isRequired ? "yes" : "") |"
        }
        let steps = mechanism.transitions.map { step in
            "| \(step.name) | \(step.from.joined(separator: ", ")) | \(step.destinations.joined(separator: ", ")) "
                + "| \(step.by.map(\.rawValue).sorted().joined(separator: ", ")) | \(needs(step)) |"
        }
        return """

            ## \(mechanism.name)

            \(book.labels.text(TextKey.title(mechanism.name), in: "en"))

            | field | kind | sensitivity | required |
            |---|---|---|---|
            \(fields.joined(separator: "\n"))

            | step | from | to | by | needs |
            |---|---|---|---|---|
            \(steps.joined(separator: "\n"))
            \(days(mechanism))

            ```mermaid
            stateDiagram-v2
            \(diagram(mechanism).joined(separator: "\n"))
            ```

            """
    }

    /// What is due, and how long it is kept; a line each, empty where the book says nothing.
    private func days(_ mechanism: Mechanism) -> String {
        let dues = mechanism.dues.map { due in
            "Due: `\(due.name)`" + (due.whileIn.map { ", while \($0.sorted().joined(separator: " or "))" } ?? "")
                + (due.lapses ? ", silent once it has passed" : "") + "."
        }
        let kept = mechanism.retention.map { clause in
            let start =
                switch clause.start {
                case .closing: "its closing"
                case .lastChange: "its last change"
                case .field(let field): "`\(field)`"
                }
            return "Kept `\(clause.clock)` (\(book.clocks[clause.clock] ?? 0) days) from \(start), then "
                + (clause.ending == .review ? "review." : "erase the identity.")
        }
        let lines = dues + kept
        return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
    }

    private func kind(_ field: Field) -> String {
        switch field.kind {
        case .text: "text"
        case .code(let list): "code of \(list)"
        case .codes(let list): "codes of \(list)"
        case .period: "day, month, quarter or year"
        case .integer(let range):
            range.upperBound == Int.max
                ? "whole number from \(range.lowerBound)" : "whole number \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "yes or no"
        case .link(let mechanism): "one \(mechanism)"
        case .links(let mechanism): "several of \(mechanism)"
        }
    }

    private func needs(_ step: Transition) -> String {
        let guards = step.needs.map { need in
            ([type(of: need).key] + need.fields).joined(separator: " ")
        }
        let deadlines = step.computes.map { "computes \($0.field)" }
        let opened = step.opens.map { "opens \($0.mechanism)" }
        return (guards + deadlines + opened).joined(separator: "; ")
    }

    /// Corrections stay in their state and would only clutter the picture.
    private func diagram(_ mechanism: Mechanism) -> [String] {
        mechanism.transitions.filter { !$0.name.hasPrefix("correct") }.flatMap { step in
            (step.from.isEmpty ? ["[*]"] : step.from).flatMap { from in
                step.destinations.map { to in "    \(identifier(from)) --> \(identifier(to)): \(step.name)" }
            }
        }
    }

    private func identifier(_ state: String) -> String {
        state == "[*]" ? state : String(state.map { $0 == "-" ? "_" : $0 })
    }
}
