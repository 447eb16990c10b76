import Access
import HTTPTypes
import Testing

@testable import Website

@Suite struct RouteTableTests {
    private func route(_ pattern: String, _ method: HTTPRequest.Method = .get, rule: RouteRule = .anybody) -> Route {
        Route(method, pattern, rule: rule) { _ in .done }
    }

    private func table(_ patterns: String...) throws -> RouteTable {
        try RouteTable(patterns.map { route($0) }, gate: RouteGate(Policy()))
    }

    @Test(arguments: ["records", "/Records", "/a//b", "/a/", "/{}", "/{a}/{a}", "/{a...}/b", "/../a", "/a b", "/.git"])
    func refusesWhatIsNoAddress(pattern: String) {
        #expect(throws: WebsiteFailure.patternUnreadable(pattern: pattern)) { try table(pattern) }
    }

    @Test func refusesARuleThatThePolicyGrantsToNobody() {
        // No row lets anybody search for publication.
        let rule = RouteRule.granted(.search, for: [.publication])
        #expect(throws: WebsiteFailure.ruleUnknown(route: "GET /a", rule: "search for publication")) {
            try RouteTable([route("/a", rule: rule)], gate: RouteGate(Policy()))
        }
    }

    @Test func refusesARuleWithoutAPurpose() {
        #expect(throws: WebsiteFailure.self) {
            try RouteTable([route("/a", rule: .granted(.read, for: []))], gate: RouteGate(Policy()))
        }
    }

    @Test(arguments: [
        ("/a/{b}", "/a/{c}"), ("/a", "/a"), ("/{a}/c", "/b/{d}"), ("/{a...}", "/{b...}"), ("/x/{a...}", "/x/{b...}"),
    ])
    func refusesTwoRoutesForOneAddress(first: String, second: String) {
        #expect(throws: WebsiteFailure.routesCollide(first: "GET \(first)", second: "GET \(second)")) {
            try table(first, second)
        }
    }

    @Test(arguments: [
        ("/records/new", "/records/new"), ("/records/7", "/records/{record}"), ("/records", "/records"),
        ("/records/7/history", "/records/{record}/history"), ("/other/7/8/9", "/{rest...}"), ("/", "/{rest...}"),
        ("/records/new/history", "/records/{record}/history"),
    ])
    func takesTheMostSpecificShape(path: String, pattern: String) throws {
        let table = try table(
            "/records", "/records/new", "/records/{record}", "/records/{record}/history", "/{rest...}")
        guard case .found(let route, _) = table.find(.get, try Target(path).parts) else {
            Issue.record("nothing was found")
            return
        }
        #expect(route.pattern == pattern)
    }

    @Test func givesWhatTheBracesTook() throws {
        let table = try table("/{mechanism}/{record}/{rest...}")
        guard case .found(_, let parameters) = table.find(.get, try Target("/person/a%20b/x/y").parts) else {
            Issue.record("nothing was found")
            return
        }
        #expect(parameters == ["mechanism": "person", "record": "a b", "rest": "x/y"])
    }

    @Test func namesTheMethodsThatAnAddressHas() throws {
        let table = try RouteTable([route("/a"), route("/a", .put)], gate: RouteGate(Policy()))
        guard case .otherMethods(let methods) = table.find(.delete, ["a"]) else {
            Issue.record("something else was found")
            return
        }
        #expect(methods == [.get, .head, .options, .put])
    }

    @Test(arguments: ["/a/../b", "/a/%2e%2e/b", "/a%2fb", "/a%5cb", "/a//b", "/%00", "/%ff", "/%zz", "a", ""])
    func findsNothingUnderAPathThatHidesAnother(target: String) {
        #expect(throws: RequestRefusal.notFound) { try Target(target) }
    }

    @Test func readsAPlusInAPathAsAPlus() throws {
        #expect(try Target("/a+b/%2A%2C?c=d+e").parts == ["a+b", "*,"])
        #expect(try Target("/a?c=d+e").query["c"] == "d e")
    }
}
