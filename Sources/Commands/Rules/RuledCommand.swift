import Access
import ArgumentParser

/// A command with its row of the policy. ``CommandTable`` lets no other one into the program.
protocol RuledCommand: ParsableCommand {
    /// For whom it acts, and what it may ask for; there is no default on purpose.
    static var rule: CommandRule { get }
    /// What comes out of it.
    static var output: CommandOutput { get }
}

extension RuledCommand {
    /// The one at the keyboard, in the post that the rule names; nobody where it names none.
    static var keeper: Actor {
        guard case .post(let function, _) = rule else { return Actor.anybody.within(rule.scope) }
        return Actor(
            account: Shell.account, function: function, organisation: nil, supervises: .everybody, scope: rule.scope)
    }

    /// Leave to do something with the register as a whole.
    ///
    /// - Throws: `AccessRefusal` where the policy does not let the post, or the command did not declare the action.
    static func grant(_ action: Action) throws -> Grant {
        try Policy().decide(keeper, action, for: keeper.function.purpose).get()
    }
}
