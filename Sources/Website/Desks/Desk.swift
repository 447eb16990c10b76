import Access
import HTTPTypes
import Registry

/// A place made by hand beside the pages of the book: import, releases, protection of data, administration.
package protocol Desk: Sendable {
    /// Its routes. What they share with the other pages (who asks, words, frame) comes from the workbench.
    func routes(in workbench: Workbench) -> [Route]

    /// Its entry of the navigation; nil for whoever has no business there.
    func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem?
}

extension Visit {
    /// The entry of a desk that is for whoever may read records of a matter.
    func navigation(_ text: String, _ home: String, toRead matter: Matter) -> WorkbenchFrame.NavigationItem? {
        guard registry.policy.reach(of: asking.actor, .read, matter, for: asking.purpose).grant != nil else {
            return nil
        }
        return WorkbenchFrame.NavigationItem(text: text, href: home, isCurrent: exchange.path.hasPrefix(home))
    }
}

extension Workbench {
    /// A route to what is somebody's own in their account, for whoever is signed in.
    func ownRoute(
        _ method: HTTPRequest.Method, _ path: String, _ handle: @escaping @Sendable (Visit) throws -> Answer
    ) -> Route {
        Route(method, path, rule: .signedIn, body: method == .get ? .none : .form(isSecret: true)) { exchange in
            let visit = Visit(self, exchange)
            return try await Waiting.run { try handle(visit) }
        }
    }
}
