import Access
import Foundation
import HTTPTypes
import Testing

@testable import Commands
@testable import Website

/// Every route of the program, as it is served: who comes, with what, and what they are told. A route that is added is
/// asked the day it is added.
@Suite struct EveryRouteTests {
    private let house: EveryRouteHouse

    init() throws { house = try EveryRouteHouse() }

    @Test func whoeverIsNotSignedInIsLetInWhereTheTableSaysSoAndNowhereElse() async throws {
        let wrong = try await house.findings { route, ask in
            for headers in [[:], ["Authorization": "Bearer nonsense"], ["Cookie": "session=nonsense"]] {
                let reply = try await ask(route.method, route.address, headers, nil)
                let isOpen = [.anybody, .arriving].contains(route.rule) || route.isForAnybody
                let isRight =
                    isOpen
                    ? reply.status < 500 && reply.status != 401
                    : reply.status == 401 && reply.code == "W206"
                        || reply.status == 303 && reply.headers[.location]?.hasPrefix("/sign-in?after=") == true
                            && route.method == .get && !route.isOfInterface
                guard isRight else { return "\(headers.keys.sorted()) was answered \(reply.status) \(reply.code)" }
            }
            return nil
        }
        #expect(wrong == [])
    }

    @Test(arguments: FunctionKind.allCases.filter { $0 != .public })
    func aFunctionIsLetInWhereARowOfThePolicySaysSo(kind: FunctionKind) async throws {
        let wrong = try await house.findings { route, ask in
            let reply = try await ask(route.method, route.address, EveryRouteHouse.session(of: kind), nil)
            if reply.status >= 500 { return "answered \(reply.status) \(reply.code)" }
            guard case .granted = route.rule, !route.isForAnybody else { return nil }
            let isRefused = reply.status == 403 && reply.code == "W207"
            return isRefused == route.admits(kind) ? "answered \(reply.status) \(reply.code)" : nil
        }
        #expect(wrong == [])
    }

    @Test func nothingIsWrittenForASessionWithoutTheTokenOfItsForms() async throws {
        let wrong = try await house.findings { route, ask in
            guard ![.get, .head].contains(route.method), !route.isForAnybody, route.rule != .arriving,
                let kind = FunctionKind.allCases.first(where: { $0 != .public && route.admits($0) })
            else { return nil }
            let cookie = EveryRouteHouse.session(of: kind)
            let form = route.formType.merging(cookie) { $1 }
            let bare = try await ask(route.method, route.address, form, route.smallBody)
            guard bare.status == 403, bare.code == "W212" else { return "without a token: \(bare.status) \(bare.code)" }
            let others = form.merging(["X-CSRF-Token": FormToken.make(from: Array("another session's".utf8))]) { $1 }
            let stolen = try await ask(route.method, route.address, others, route.smallBody)
            guard stolen.status == 403, stolen.code == "W212" else { return "with another's: \(stolen.status)" }
            let token = ["X-CSRF-Token": EveryRouteHouse.formToken, "Sec-Fetch-Site": "cross-site"]
            let foreign = try await ask(route.method, route.address, form.merging(token) { $1 }, route.smallBody)
            return foreign.code == "W213" ? nil : "from another site: \(foreign.status) \(foreign.code)"
        }
        #expect(wrong == [])
    }

    @Test func aBodyThatIsTooLargeIsRefusedUnread() async throws {
        let wrong = try await house.findings { route, ask in
            guard route.bodyLimit > 0, let kind = FunctionKind.allCases.first(where: { route.admits($0) }) else {
                return nil
            }
            let headers = route.formType.merging(EveryRouteHouse.session(of: kind)) { $1 }
            let body = String(repeating: "a", count: route.bodyLimit + 1)
            let reply = try await ask(route.method, route.address, headers, body)
            return reply.status == 413 && reply.code == "W208" ? nil : "answered \(reply.status) \(reply.code)"
        }
        #expect(wrong == [])
    }

    @Test func anAddressTellsItsMethodsAndRefusesOthers() async throws {
        let wrong = try await house.findings { route, ask in
            let options = try await ask(.options, route.address, [:], nil)
            let allowed = options.headers[.allow]?.split(separator: ", ").map(String.init) ?? []
            guard options.status == 204, allowed.contains(route.method.rawValue) else {
                return "OPTIONS was answered \(options.status) with \(allowed)"
            }
            for name in ["BREW", "TRACE", "CONNECT", "get"] {
                guard let method = HTTPRequest.Method(rawValue: name) else { continue }
                let reply = try await ask(method, route.address, [:], nil)
                guard reply.status == 405, reply.headers[.allow] != nil else { return "\(name): \(reply.status)" }
            }
            guard route.method == .get else { return nil }
            let headers = EveryRouteHouse.session(of: .caseworker)
            let (get, head) = (
                try await ask(.get, route.address, headers, nil), try await ask(.head, route.address, headers, nil)
            )
            return head.status == get.status && head.bytes == 0 ? nil : "HEAD: \(head.status) and not \(get.status)"
        }
        #expect(wrong == [])
    }

    @Test(arguments: ["/%zz", "/%ff", "/%00", "/%2e%2e", "/..%2f..%2fetc", "/%5c..", "//"])
    func anAddressThatHidesAnotherIsNotFound(tail: String) async throws {
        let wrong = try await house.findings { route, ask in
            let reply = try await ask(route.method, route.address + tail, [:], nil)
            return reply.status == 404 ? nil : "answered \(reply.status)"
        }
        #expect(wrong == [])
    }

    @Test func aQueryThatIsNoTextIsRefused() async throws {
        let wrong = try await house.findings { route, ask in
            let reply = try await ask(route.method, route.address + "?a=%ff", [:], nil)
            return reply.status == 400 && reply.code == "W204" ? nil : "answered \(reply.status) \(reply.code)"
        }
        #expect(wrong == [])
    }

    @Test func everyAnswerCarriesTheFieldsOfSafetyAndOnlyOpenOnesAreKept() async throws {
        let wrong = try await house.findings { route, ask in
            for headers in [[:], EveryRouteHouse.session(of: .caseworker)] {
                let reply = try await ask(route.method, route.address, headers, nil)
                for field in SecurityHeaders.fields(isSecure: false) where reply.headers[field.name] != field.value {
                    return "\(field.name) is missing"
                }
                let isKept = reply.headers[.cacheControl] != "no-store"
                if isKept && (!route.isForAnybody || reply.status >= 400) { return "may be kept" }
            }
            return nil
        }
        #expect(wrong == [])
    }
}
