package import Foundation
import Vocabulary

/// An address that is told when certain steps are taken, and how far it has been told.
package struct WebhookSubscription: Sendable, Hashable, Codable {
    /// One step of one mechanism.
    package struct Step: Sendable, Hashable, Codable {
        package let mechanism: String
        package let transition: String

        package init(mechanism: String, transition: String) {
            self.mechanism = mechanism
            self.transition = transition
        }
    }

    /// Made at random; names the subscription in addresses, and its secret is derived from it.
    package let id: String
    package let address: String
    package let steps: Set<Step>
    /// The last place of the ledger that it was told of or that did not concern it: what lies behind is still to be
    /// told. The ledger is the outbox, so that nothing is lost with a process.
    package var told: Int64
    /// Attempts that failed since the last that did not.
    package var failures: Int
    /// Milliseconds since 1970; not before this moment.
    package var waitsUntil: Int64

    package init(id: String, address: String, steps: Set<Step>, told: Int64) {
        self.id = id
        self.address = address
        self.steps = steps
        self.told = told
        failures = 0
        waitsUntil = 0
    }

    /// Attempts until it is let rest: about three days.
    package static let mostFailures = 20

    /// Whether it failed for so long that nobody is tried any more until somebody sets it up anew.
    package var rests: Bool { failures >= WebhookSubscription.mostFailures }

    /// After a failure: ten seconds, doubled each time, six hours at most.
    mutating func fail(at moment: Timestamp) {
        failures += 1
        let seconds = min(Int64(10) << Int64(min(failures - 1, 20)), 6 * 3600)
        waitsUntil = moment.milliseconds + seconds * 1000
    }

    mutating func succeed(through sequence: Int64) {
        told = sequence
        failures = 0
        waitsUntil = 0
    }
}

/// Where subscriptions are kept.
package protocol WebhookShelf: Sendable {
    /// In the order of their ids; none where nothing was kept yet.
    func load() throws -> [WebhookSubscription]
    /// Kept when this returns, wholly or not at all.
    func save(_ subscriptions: [WebhookSubscription]) throws
}

/// Subscriptions in one small file beside the ledger. It holds no secret: those are derived from the register's own.
package struct WebhookFile: WebhookShelf {
    private let url: URL

    /// - Parameter url: `webhooks.json` in the register's folder.
    package init(_ url: URL) { self.url = url }

    package func load() throws -> [WebhookSubscription] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        return try JSONDecoder().decode([WebhookSubscription].self, from: Data(contentsOf: url))
            .sorted { $0.id < $1.id }
    }

    package func save(_ subscriptions: [WebhookSubscription]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(subscriptions).write(to: url, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    }
}
