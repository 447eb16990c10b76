import Synchronization

@testable import Website

/// Takes letters, or fails as it was told to.
final class ScriptedPost: MailSender {
    let from: MailAddress
    private let state = Mutex<(taken: [MailLetter], failures: [MailFailure])>(([], []))

    /// - Parameter failures: One for each letter, in their order; then letters are taken.
    init(failing failures: [MailFailure] = []) throws {
        from = try MailAddress("register@agency.example")
        state.withLock { $0.failures = failures }
    }

    var taken: [MailLetter] { state.withLock { $0.taken } }

    func send(_ letter: MailLetter) async throws {
        try state.withLock { state in
            if !state.failures.isEmpty { throw state.failures.removeFirst() }
            state.taken.append(letter)
        }
    }
}
