import Access
import Foundation
import HTTPTypes
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// Every route of the table, whatever it is for: a route is tried from the day on which it is added.
    @Suite struct RoutePermissionTests {
        /// What a part of an address is filled with where it is no record; a part that is missing here makes the test fail.
        private static let parts = [
            "mechanism": "person", "transition": "close", "language": "en", "marking": "named.css",
            "view": HousePermissionTests.nobody, "draft": HousePermissionTests.nobody, "field": "person",
            "list": "sexes", "session": HousePermissionTests.nobody, "link": "none", "provider": "none",
            "account": HousePermissionTests.nobody, "organisation": HousePermissionTests.nobody,
            "import": HousePermissionTests.nobody, "token": HousePermissionTests.nobody,
            "notice": HousePermissionTests.nobody, "webhook": HousePermissionTests.nobody,
            "subscription": HousePermissionTests.nobody, "path": "none",
            "release": "1", "table": "index",
        ]

        private func guarded(_ house: PermissionHouse) -> [Route] {
            house.table.routes.filter { route in
                if case .granted(let action, _, _) = route.rule { action != .readRelease } else { false }
            }
        }

        private func address(_ route: Route, record: String) -> String? {
            var parts: [String] = []
            for part in route.pattern.split(separator: "/").map(String.init) {
                guard part.hasPrefix("{") else {
                    parts.append(part)
                    continue
                }
                let name = part.dropFirst().dropLast(part.hasSuffix("...}") ? 4 : 1)
                if name == "record" {
                    parts.append(record)
                } else if let filled = Self.parts[String(name)] {
                    parts.append(filled)
                } else {
                    return nil
                }
            }
            return "/" + parts.joined(separator: "/")
        }

        private func ask(_ asker: Asker, _ route: Route, _ path: String, token: String) async throws -> Asker.Reply {
            var headers = ["Idempotency-Key": "a-key-of-sixteen-signs", "If-Match": "\"v99\""]
            var body: String?
            switch route.body {
            case .json:
                headers["Content-Type"] = "application/json"
                body = #"{"effective": "2026-01-01", "reason": "r"}"#
            case .form: (headers["Content-Type"], body) = ("application/x-www-form-urlencoded", "effective=2026-01-01")
            default: break
            }
            return try await asker.ask(path, route.method, token: token, headers: headers, body: body)
        }

        @Test func everyPartOfAnAddressIsFilledWithSomething() throws {
            let house = try HousePermissionTests.house
            let unknown = guarded(house).filter { address($0, record: HousePermissionTests.nobody) == nil }
            #expect(unknown.map(\.pattern) == [], "say in `parts` what they are filled with")
            #expect(guarded(house).count > 100)
        }

        /// Only these may be asked without the policy: who it is must be found out first, or it is nobody's secret.
        @Test func onlyTheWayInAndWhatIsPublicHaveNoRowOfThePolicy() throws {
            let house = try HousePermissionTests.house
            let open = house.table.routes.filter { if case .granted = $0.rule { false } else { true } }
            let places = [
                "/account", "/sign-in", "/sign-out", "/alive", "/ready", "/leave", "/language", "/exit", "/robots.txt",
                "/workbench-", "/problems", "/api/v1/notices", "/api/v1/openapi.json", "/api/v1/mechanisms",
                "/api/v1/codelists", "/api/v1/problems",
                "/.well-known",
            ]
            let strange = open.filter { route in !places.contains { route.pattern.hasPrefix($0) } }
            #expect(strange.map(\.pattern) == [])
        }

        /// Records out of reach, one for each matter and way of standing to it, on every address that names a record.
        @Test(arguments: PermissionWorld.functions)
        func whatIsOutOfReachIsNowhereOnAnyRoute(function: FunctionKind) async throws {
            let house = try HousePermissionTests.house
            let hidden = samples(house).filter { specimen in
                [Action.read, .list].allSatisfy { house.expected.ceiling(function, $0, of: specimen) == nil }
            }
            let tried = try await house.asking { asker in
                var tried = 0
                for (place, route) in guarded(house).enumerated() where route.pattern.contains("{record}") {
                    guard let absentPath = address(route, record: HousePermissionTests.nobody) else { continue }
                    let absent = try await ask(asker, route, absentPath, token: function.rawValue)
                    // Of the interface, the routes of the record's own mechanism; of the pages, all that there are.
                    let own = hidden.filter { specimen in
                        !route.pattern.hasPrefix("/api/v1/") || route.pattern.hasPrefix("/api/v1/documents")
                            || route.pattern.hasPrefix("/api/v1/\(specimen.mechanism.name)/")
                    }
                    let all = HousePermissionTests.triesAll
                    for specimen in own.enumerated().filter({ all || ($0.offset + place) % 4 == 0 }).map(\.element) {
                        guard let path = address(route, record: specimen.record.description) else { continue }
                        let reply = try await ask(asker, route, path, token: function.rawValue)
                        let isSame = try await house.isSame(
                            reply, as: absent,
                            again: {
                                try await ask(asker, route, address(route, record: $0) ?? "", token: function.rawValue)
                            },
                            specimen.record.description)
                        #expect(isSame, "\(route.pattern) \(specimen.place): \(reply) beside \(absent)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "routes with a record out of reach")
            #expect(tried > 200)
        }

        private func samples(_ house: PermissionHouse) -> [PermissionWorld.Specimen] {
            var seen: Set<[String]> = []
            return house.world.specimens.filter { specimen in
                seen.insert(["\(specimen.mechanism.matter)", "\(specimen.situation)", "\(specimen.isClosed)"]).inserted
            }
        }

        /// What is no record's: each function, each route.
        @Test(arguments: PermissionWorld.functions)
        func aRouteLetsInWhomThePolicyLetsDoSuchThingsAndShowsNobodyElse(function: FunctionKind) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for route in guarded(house) {
                    guard let path = address(route, record: HousePermissionTests.nobody),
                        case .granted(let action, let matters, let purposes) = route.rule
                    else { continue }
                    let reply = try await ask(asker, route, path, token: function.rawValue)
                    let may = purposes.contains { purpose in
                        matters.contains { house.expected.mayEver(function, action, $0, for: purpose) }
                    }
                    if !may { #expect(reply.status == 403, "\(route.pattern) \(reply.status)") }
                    #expect(house.leaks(in: reply, for: function) == [], "\(route.pattern)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "routes")
        }

        @Test func whoeverIsNotSignedInComesNowhere() async throws {
            let house = try HousePermissionTests.house
            try await house.asking { asker in
                for route in guarded(house) {
                    guard let path = address(route, record: HousePermissionTests.nobody) else { continue }
                    let reply = try await ask(asker, route, path, token: "nobody")
                    #expect([401, 303].contains(reply.status), "\(route.pattern) \(reply.status)")
                }
            }
        }

        /// A token that is narrower than the post: without the action of the route, and for another mechanism only.
        @Test(arguments: PermissionWorld.functions)
        func aTokenIsNeverLetPastItsScopeOnAnyRoute(function: FunctionKind) async throws {
            let house = try HousePermissionTests.house
            let own = house.world.specimens.filter { house.expected.ceiling(function, .read, of: $0) != nil }
            let tried = try await house.asking { asker in
                var tried = 0
                for route in guarded(house) {
                    guard case .granted(let action, _, _) = route.rule else { continue }
                    let mechanism = own.first { route.pattern.hasPrefix("/api/v1/\($0.mechanism.name)/") } ?? own.first
                    let record = mechanism?.record.description ?? HousePermissionTests.nobody
                    guard let path = address(route, record: record) else { continue }
                    let others = Action.allCases.filter { $0 != action }.map(\.rawValue).joined(separator: ",")
                    for scope in [others, "", "*+no-such-mechanism"] {
                        let reply = try await ask(asker, route, path, token: "\(function.rawValue)+\(scope)")
                        if !scope.hasPrefix("*") {
                            #expect(reply.status == 403, "\(route.pattern) \(scope) \(reply.status)")
                        }
                        let isNaming = house.world.specimens.contains { specimen in
                            specimen.record.description != record && reply.text.contains(specimen.record.description)
                        }
                        #expect(!isNaming && !reply.text.contains("planted-"), "\(route.pattern) \(scope)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "routes with a narrower token")
        }
    }
}
