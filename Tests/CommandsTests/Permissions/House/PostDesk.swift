import Access
import Registry
import Vocabulary
import Website

/// Lets in whoever brings the name of a function, through the mandate that the world has for it; what stands behind a
/// plus sign bounds it as a token is bounded: the actions, separated by commas, and behind a second one the mechanisms.
/// What stands behind a full stop makes it another session of the same post.
struct PostDesk: VisitorDesk {
    let registry: Registry
    let world: PermissionWorld
    let clock: SetClock

    static let secret = Array("the secret of a session".utf8)

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        let words = (token ?? session ?? "").split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        guard let name = words.first,
            let kind = name.split(separator: ".").first.flatMap({ FunctionKind(rawValue: String($0)) }),
            let mandate = world.mandates[kind],
            let actor = registry.directory.actor(world.account, through: mandate, on: moment.day)
        else { return .anybody }
        let scope = PostDesk.scope(words)
        return .signedIn(
            SignedIn(
                actor: actor.within(scope), name: kind.rawValue, key: name,
                formSecret: token == nil ? PostDesk.secret : nil))
    }

    private static func scope(_ words: [String]) -> Scope? {
        guard words.count > 1 else { return nil }
        let named = words[1].split(separator: ",").compactMap { Action(rawValue: String($0)) }
        let actions = words[1] == "*" ? nil : Set(named)
        let mechanisms = words.count > 2 ? Set(words[2].split(separator: ",").map(String.init)) : nil
        return Scope(actions: actions, mechanisms: mechanisms)
    }
}
