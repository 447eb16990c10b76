import Crypto
import Foundation
import Vocabulary

/// Bytes together with the persons of whom they speak, sealed so that they open only while none of them is erased.
///
/// Of a paper that speaks of nobody the bytes lie as they are: the shelf seals all of it under the account's key anyway.
struct BoundPaper: Sendable {
    /// Gives the key that is bound to persons; nil where one of them was erased.
    typealias Keys = @Sendable (_ persons: Set<RecordID>, _ makesMissing: Bool) throws -> SymmetricKey?

    let persons: Set<RecordID>
    let bytes: [UInt8]

    /// One line with the ids of the persons, then the bytes.
    ///
    /// - Returns: Nil where one of the persons was erased.
    func sealed(_ keys: Keys, authenticating label: Data) throws -> [UInt8]? {
        let head = Array((persons.sorted().map(\.description).joined(separator: " ") + "\n").utf8)
        if persons.isEmpty { return head + bytes }
        guard let key = try keys(persons, true) else { return nil }
        return try AES.GCM.seal(bytes, using: key, authenticating: label).combined.map { head + Array($0) }
    }

    /// - Returns: Nil where it does not open any more, or never did.
    init?(opening sealed: [UInt8], _ keys: Keys, authenticating label: Data) {
        guard let end = sealed.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = String(decoding: sealed[..<end], as: UTF8.self).split(separator: " ")
        let named = Set(words.compactMap { RecordID(String($0)) })
        guard named.count == words.count else { return nil }
        let rest = sealed[(end + 1)...]
        if named.isEmpty {
            (persons, bytes) = ([], Array(rest))
            return
        }
        guard let key = try? keys(named, false), let box = try? AES.GCM.SealedBox(combined: rest),
            let plain = try? AES.GCM.open(box, using: key, authenticating: label)
        else { return nil }
        (persons, bytes) = (named, Array(plain))
    }

    init(_ bytes: [UInt8], about persons: Set<RecordID>) {
        self.persons = persons
        self.bytes = bytes
    }
}
