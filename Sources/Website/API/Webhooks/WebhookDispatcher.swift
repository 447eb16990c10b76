import Ledger
import Mechanisms
package import Registry
package import Vocabulary

// Goals, in order: (1) a notice says of nobody anything: an opaque name, the step, the moment, and a link that needs
// signing in; (2) nothing that was acknowledged as written goes untold: the ledger itself is the outbox; (3) a receiver
// that is down costs little and is tried again ever more rarely.

/// Tells subscribers of steps that were taken, each in the order of the ledger, at least once.
package actor WebhookDispatcher {
    private let registry: Registry
    private let shelf: any WebhookShelf
    private let sender: any WebhookSender
    private let seal: WebhookSeal
    private let origin: String
    private let allowsPrivate: Bool
    private var subscriptions: [WebhookSubscription]

    /// Events looked through in one go.
    private static let stretch: Int64 = 5_000

    /// - Parameters:
    ///   - origin: What links begin with: `https://register.example.org`; empty where the house does not know its address.
    ///   - allowsPrivate: Whether receivers may stand in private networks.
    /// - Throws: The ledger's failure where its keys are not at hand; what reading the shelf throws.
    package init(
        _ registry: Registry, shelf: any WebhookShelf, sender: any WebhookSender, origin: String,
        allowsPrivate: Bool = false
    ) throws {
        self.registry = registry
        self.shelf = shelf
        self.sender = sender
        self.origin = origin
        self.allowsPrivate = allowsPrivate
        seal = WebhookSeal(key: try registry.ledger.derivedKey(for: .webhooks))
        subscriptions = try shelf.load()
    }

    package var all: [WebhookSubscription] { subscriptions }

    /// Sets up a subscription from now on.
    ///
    /// - Returns: It, with the secret that signs its notices: it is told this once only.
    func subscribe(
        _ address: String, to steps: Set<WebhookSubscription.Step>, named id: String
    ) throws -> (WebhookSubscription, secret: String) {
        let known = try WebhookAddress(address, allowsPrivate: allowsPrivate)
        let position = try registry.ledger.position().sequence
        let subscription = WebhookSubscription(id: id, address: known.text, steps: steps, told: position)
        try keep((subscriptions + [subscription]).sorted { $0.id < $1.id })
        return (subscription, seal.secret(of: id))
    }

    /// - Returns: Whether there was one of that name.
    func unsubscribe(_ id: String) throws -> Bool {
        guard subscriptions.contains(where: { $0.id == id }) else { return false }
        try keep(subscriptions.filter { $0.id != id })
        return true
    }

    /// The place in the ledger of a notice's event; nil for a name that we did not give.
    nonisolated func sequence(named name: String) -> Int64? { seal.sequence(named: name) }

    /// Tells each subscriber what is still to be told, as far as it may be tried at this moment.
    ///
    /// - Throws: What keeps the ledger from being read or the shelf from being written; never a receiver's failure.
    package func deliver(at moment: Timestamp) async throws {
        for subscription in subscriptions where !subscription.rests && subscription.waitsUntil <= moment.milliseconds {
            try await deliver(subscription, at: moment)
        }
    }

    private func deliver(_ subscription: WebhookSubscription, at moment: Timestamp) async throws {
        var subscription = subscription
        guard let address = try? WebhookAddress(subscription.address, allowsPrivate: allowsPrivate) else {
            // It was allowed when it was set up, and the house was started otherwise since.
            subscription.fail(at: moment)
            return try replace(subscription)
        }
        let registry = registry
        let end = try await Waiting.run { try registry.ledger.position().sequence }
        while subscription.told < end {
            let through = min(subscription.told + Self.stretch, end)
            for notice in try await notices(of: subscription, through: through) {
                let body = Array(notice.json(origin: origin, name: try seal.name(of: notice.sequence)).text().utf8)
                let signature = seal.signature(of: body, for: subscription.id, at: moment)
                let status = try? await sender.send(body, to: address, signature: signature)
                // The house is closing: the receiver is not to blame, and is told after the next start.
                if status == nil { try Task.checkCancellation() }
                guard let status, (200..<300).contains(status) else {
                    subscription.fail(at: moment)
                    return try replace(subscription)
                }
                subscription.succeed(through: notice.sequence)
                try replace(subscription)
            }
            subscription.told = through
            try replace(subscription)
        }
    }

    private struct Notice: Sendable {
        let sequence: Int64
        let mechanism: String
        let transition: String
        let moment: Timestamp

        func json(origin: String, name: String) -> JSON {
            .members([
                "notice": .text(name), "mechanism": .text(mechanism), "transition": .text(transition),
                "at": .text(moment.description), "link": .text("\(origin)\(APIRoutes.root)/notices/\(name)"),
            ])
        }
    }

    private func notices(of subscription: WebhookSubscription, through last: Int64) async throws -> [Notice] {
        let registry = registry
        return try await Waiting.run {
            var notices: [Notice] = []
            try registry.ledger.events(from: subscription.told + 1, through: last) { event in
                let draft = event.draft
                if subscription.steps.contains(.init(mechanism: draft.mechanism, transition: draft.kind)) {
                    notices.append(
                        Notice(
                            sequence: event.sequence, mechanism: draft.mechanism, transition: draft.kind,
                            moment: event.recordedAt))
                }
                return true
            }
            return notices
        }
    }

    /// One that was taken away meanwhile stays away.
    private func replace(_ subscription: WebhookSubscription) throws {
        guard let place = subscriptions.firstIndex(where: { $0.id == subscription.id }) else { return }
        var changed = subscriptions
        changed[place] = subscription
        try keep(changed)
    }

    private func keep(_ changed: [WebhookSubscription]) throws {
        try shelf.save(changed)
        subscriptions = changed
    }
}

extension WebhookDispatcher {
    /// Tells again and again, until the task that runs it is cancelled.
    ///
    /// - Parameters:
    ///   - pause: Between two rounds.
    ///   - now: The clock.
    ///   - report: Gets one line where a round failed for a reason of ours.
    package func run(
        every pause: Duration, now: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (String) -> Void
    ) async {
        while !Task.isCancelled {
            do { try await deliver(at: now()) } catch is CancellationError { return } catch {
                report((error as? any CodedFailure)?.description ?? String(reflecting: type(of: error)))
            }
            try? await Task.sleep(for: pause)
        }
    }
}
