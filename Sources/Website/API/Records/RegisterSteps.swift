import Mechanisms

/// Steps that the register takes by itself, so that nobody can say by hand what only a look at the bytes can say: that a
/// file is clean, or what its hash is.
enum RegisterSteps {
    private static let steps: [String: Set<String>] = [
        "document": ["attach", "attach-clean", "attach-infected", "clear", "condemn"]
    ]

    static func take(_ transition: Transition, of mechanism: Mechanism) -> Bool {
        steps[mechanism.name]?.contains(transition.name) == true
    }
}
