/// The marked main code is one of the codes that are present.
package struct MainAmong: Guard {
    package static let key = "main-among"

    package let main: String
    package let codes: String

    package init(_ main: String, among codes: String) {
        self.main = main
        self.codes = codes
    }

    package var fields: [String] { [main, codes] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .code(let chosen)? = step.after[main] else { return nil }
        if case .codes(let present)? = step.after[codes], present.contains(chosen) { return nil }
        return step.problem(.mainNotAmong, field: main, "must be one of the codes in “\(codes)”.")
    }
}
