import Crypto
import Foundation
import Ledger

/// A code for somebody who has lost their authenticator: 80 random bits, `abcd-efgh-ijkl-mnop`, good once.
enum RecoveryCode {
    static let count = 10

    static func random() -> String {
        let letters = Base32.text((0..<10).map { _ in UInt8.random(in: 0...255) }).lowercased()
        return stride(from: 0, to: 16, by: 4).map { letters.dropFirst($0).prefix(4) }.joined(separator: "-")
    }

    /// As it is hashed: whatever stands between the letters does not matter, nor does case.
    static func plain(_ typed: String) -> String? {
        let letters = typed.prefix(64).lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return letters.count == 16 ? letters : nil
    }

    static func hash(_ plain: String, of account: Account.ID, _ keys: AccountKeys) -> [UInt8] {
        keys.token("\(account)\u{0}\(plain)", of: "recovery code")
    }
}

enum RecoveryCodeTable {
    static let create = """
        -- recovery_code: for those who have lost their authenticator; each good once.
        CREATE TABLE recovery_code (
            account TEXT NOT NULL,
            hash BYTEA NOT NULL,        -- HMAC of account and code
            used_at TEXT,
            PRIMARY KEY (account, hash)
        )
        """
    static let insert = "INSERT INTO recovery_code (account, hash, used_at) VALUES (:account, :hash, NULL)"
    static let use = """
        UPDATE recovery_code SET used_at = :used_at WHERE account = :account AND hash = :hash AND used_at IS NULL
        """
    static let countLeft = "SELECT count(*) FROM recovery_code WHERE account = :account AND used_at IS NULL"
    static let deleteOfAccount = "DELETE FROM recovery_code WHERE account = :account"
}
