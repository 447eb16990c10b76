import Crypto
import Synchronization

/// Makes and checks password hashes; the same work whether or not there is a hash to check against.
final class PasswordKeeping: Sendable {
    private let derivation: any PasswordDerivation
    private let cost: ScryptCost
    private let lengths: ClosedRange<Int>
    private let guessedWords: GuessedWords
    /// One at a time: a flood of sign-ins may take time, not all the memory of the machine.
    private let turn = Mutex(())

    init(
        derivation: any PasswordDerivation, cost: ScryptCost, lengths: ClosedRange<Int>, guessedWords: GuessedWords
    ) {
        self.derivation = derivation
        self.cost = cost
        self.lengths = lengths
        self.guessedWords = guessedWords
    }

    /// What a check found.
    enum Outcome: Equatable {
        case wrong
        case right
        /// Right, and hashed at a cost that is no longer ours: what is to be kept instead.
        case rightButOutdated(PasswordHash)
    }

    /// - Throws: The refusal that says what is wrong with a new password.
    func check(new text: PasswordText, typed: String, names: [String]) throws(AccountRefusal) {
        guard text.length >= lengths.lowerBound else { throw .passwordTooShort(minimum: lengths.lowerBound) }
        guard text.length <= lengths.upperBound else { throw .passwordTooLong(maximum: lengths.upperBound) }
        switch guessedWords.judge(typed, names: names) {
        case .common: throw .passwordTooCommon
        case .namesPerson: throw .passwordNamesPerson
        case .fit: break
        }
    }

    func hash(_ text: PasswordText) throws -> PasswordHash {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        return PasswordHash(cost: cost, salt: salt, key: try derive(text, salt: salt, cost: cost))
    }

    /// - Parameter kept: Nil where there is no account or it has no password: the answer is then wrong, after as much
    ///   work.
    func check(_ text: PasswordText, against kept: PasswordHash?) throws -> Outcome {
        let against = kept ?? PasswordHash(cost: cost, salt: Array(repeating: 0, count: 16), key: [])
        let key = try derive(text, salt: against.salt, cost: against.cost)
        guard kept != nil, text.length <= lengths.upperBound, areEqual(key, against.key) else { return .wrong }
        return against.cost == cost ? .right : .rightButOutdated(try hash(text))
    }

    private func derive(_ text: PasswordText, salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
        try turn.withLock { _ in try derivation.derive(text.bytes, salt: salt, cost: cost) }
    }
}
