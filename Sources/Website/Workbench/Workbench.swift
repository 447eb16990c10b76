import Access
import HTTPTypes
package import Registry

// Goals, in order: (1) every record comes through the registry, in the name of whoever asks; (2) nothing that a person
// wrote is ever lost: to an error, to a colleague who was faster, to a session that ended; (3) every mechanism of the
// book has its pages without anybody writing one; (4) everything works without a script.

/// The pages on which people work, made from the book for every mechanism.
package struct Workbench: Sendable {
    let registry: Registry
    let shelf: SealedShelf
    /// Looks into files before anybody may open them.
    let scanner: any VirusScanner
    /// Places made by hand, in the order of the navigation.
    let desks: [any Desk]
    let purposes = ChosenPurposes()

    /// - Parameters:
    ///   - shelf: Where drafts and saved views lie.
    ///   - scanner: Without one, files wait in quarantine.
    package init(
        registry: Registry, shelf: SealedShelf, scanner: any VirusScanner = NoScanner(), desks: [any Desk] = []
    ) {
        self.registry = registry
        self.shelf = shelf
        self.scanner = scanner
        self.desks = desks
    }

    /// All of its routes, those of the desks among them. What each may show is decided record by record behind them.
    package var routes: [Route] {
        homeRoutes + listRoutes + recordRoutes + stepRoutes + draftRoutes + fileRoutes + documentRoutes
            + purposeRoutes + desks.flatMap { $0.routes(in: self) }
    }

    /// A route whose work blocks on the ledger, away from the threads that answer requests.
    ///
    /// - Parameters:
    ///   - action: What the function of whoever comes must be let do.
    ///   - matters: With something of these; of anything where the address says nothing of it.
    ///   - export: What it gives to take along.
    func route(
        _ method: HTTPRequest.Method, _ pattern: String, to action: Action,
        on matters: Set<Matter> = Set(Matter.allCases), body: BodyRule = .none, giving export: Export? = nil,
        _ handle: @escaping @Sendable (Visit) throws -> Answer
    ) -> Route {
        Route(method, pattern, rule: rule(action, matters), body: body, giving: export) { exchange in
            try await Waiting.run {
                // A page that only shows has many lists, and each would wait for its own turn to be written down.
                guard method == .get else { return try handle(Visit(self, exchange)) }
                return try registry.writingDownTogether { try handle(Visit(self, exchange, on: $0)) }
            }
        }
    }

    /// For whatever purpose the function may do this with records of these matters.
    func rule(_ action: Action, _ matters: Set<Matter> = Set(Matter.allCases)) -> RouteRule {
        .granted(action, on: matters, for: registry.policy.purposes(of: action, on: Array(matters)))
    }
}
