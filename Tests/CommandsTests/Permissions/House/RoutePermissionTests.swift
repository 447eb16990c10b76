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
        private func guarded(_ house: PermissionHouse) -> [Route] {
            house.table.routes.filter { route in
                if case .granted(let action, _, _) = route.rule { action != .readRelease } else { false }
            }
        }

        /// The mechanism whose address in the interface it is; nil where it is no mechanism's.
        private func mechanism(of route: Route, in house: PermissionHouse) -> String? {
            let parts = route.pattern.split(separator: "/")
            guard parts.count > 2, parts.starts(with: ["api", "v1"]) else { return nil }
            let name = String(parts[2])
            return house.world.book.mechanism(name) == nil ? nil : name
        }

        private func ask(
            _ asker: Asker, _ route: Route, _ path: String, as worker: Worker?, scope: String = ""
        ) async throws -> Asker.Reply {
            var headers = ["Idempotency-Key": "a-key-of-sixteen-signs", "If-Match": "\"v99\""]
            var body: String?
            switch route.body {
            case .json:
                headers["Content-Type"] = "application/json"
                body = #"{"effective": "2026-01-01", "reason": "r"}"#
            case .form: (headers["Content-Type"], body) = ("application/x-www-form-urlencoded", "effective=2026-01-01")
            default: break
            }
            return try await asker.ask(
                path, route.method, as: worker, scope: scope, headers: headers, body: body)
        }

        @Test func everyPartOfAnAddressIsFilledWithSomething() throws {
            let house = try HousePermissionTests.house
            let unknown = guarded(house).filter { $0.address(record: HousePermissionTests.nobody) == nil }
            #expect(unknown.map(\.pattern) == [], "say in `Route.address` what they are filled with")
            #expect(guarded(house).count > 100)
        }

        /// Only these may be asked without the policy: who it is must be found out first, or it is nobody's secret.
        @Test func onlyTheWayInAndWhatIsPublicHaveNoRowOfThePolicy() throws {
            let house = try HousePermissionTests.house
            let open = house.table.routes.filter { if case .granted = $0.rule { false } else { true } }
            let places = [
                "/account", "/answer/{link}/{secret}", "/calendar/{feed}",
                "/sign-in", "/sign-out", "/alive", "/ready", "/leave", "/language", "/exit", "/robots.txt",
                "/workbench-", "/problems", "/api/v1/notices", "/api/v1/openapi.json", "/api/v1/mechanisms",
                "/api/v1/codelists", "/api/v1/problems",
                "/.well-known", "/favicon.ico", "/icon-",
            ]
            let strange = open.filter { route in !places.contains { route.pattern.hasPrefix($0) } }
            #expect(strange.map(\.pattern) == [])
        }

        /// Records out of reach, one for each matter and way of standing to it, on every address that names a record.
        @Test(arguments: Worker.all)
        func whatIsOutOfReachIsNowhereOnAnyRoute(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let hidden = samples(house).filter { specimen in
                [Action.read, .list].allSatisfy { house.expected.ceiling(worker, $0, of: specimen) == nil }
            }
            let tried = try await house.asking { asker in
                var tried = 0
                for (place, route) in guarded(house).enumerated() where route.pattern.contains("{record}") {
                    guard let absentPath = route.address(record: HousePermissionTests.nobody) else { continue }
                    let absent = try await ask(asker, route, absentPath, as: worker)
                    // Of the interface, the routes of the record's own mechanism; of the pages, all that there are.
                    let own = hidden.filter { specimen in
                        !route.pattern.hasPrefix("/api/v1/") || route.pattern.hasPrefix("/api/v1/documents")
                            || route.pattern.hasPrefix("/api/v1/\(specimen.mechanism.name)/")
                    }
                    let all = HousePermissionTests.triesAll
                    for specimen in own.enumerated().filter({ all || ($0.offset + place) % 4 == 0 }).map(\.element) {
                        guard let path = route.address(record: specimen.record.description) else { continue }
                        let reply = try await ask(asker, route, path, as: worker)
                        let isSame = try await house.isSame(
                            reply, as: absent,
                            again: {
                                try await ask(asker, route, route.address(record: $0) ?? "", as: worker)
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
        @Test(arguments: Worker.all)
        func aRouteLetsInWhomThePolicyLetsDoSuchThingsAndShowsNobodyElse(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for route in guarded(house) {
                    guard let path = route.address(record: HousePermissionTests.nobody),
                        case .granted(let action, let matters, let purposes) = route.rule
                    else { continue }
                    let reply = try await ask(asker, route, path, as: worker)
                    let may = purposes.contains { purpose in
                        matters.contains { house.expected.mayEver(worker.function, action, $0, for: purpose) }
                    }
                    if !may { #expect(reply.status == 403, "\(route.pattern) \(reply.status)") }
                    #expect(house.leaks(in: reply, for: worker) == [], "\(route.pattern)")
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
                    guard let path = route.address(record: HousePermissionTests.nobody) else { continue }
                    let reply = try await ask(asker, route, path, as: nil)
                    #expect([401, 303].contains(reply.status), "\(route.pattern) \(reply.status)")
                }
            }
        }

        /// A token that is narrower than the post: without the action of the route, and for another mechanism only.
        @Test(arguments: Worker.all)
        func aTokenIsNeverLetPastItsScopeOnAnyRoute(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let own = house.world.specimens.filter { house.expected.ceiling(worker, .read, of: $0) != nil }
            let first = Dictionary(own.map { ($0.mechanism.name, $0) }, uniquingKeysWith: { first, _ in first })
            // What the interface has for one mechanism, it has for each: of those addresses everybody tries a third.
            let routes = house.share(of: guarded(house), for: worker) { mechanism(of: $0, in: house) == nil ? 1 : 3 }
            let tried = try await house.asking { asker in
                var tried = 0
                for route in routes {
                    guard case .granted(let action, _, _) = route.rule else { continue }
                    let specimen = mechanism(of: route, in: house).flatMap { first[$0] } ?? own.first
                    let record = specimen?.record.description ?? HousePermissionTests.nobody
                    guard let path = route.address(record: record) else { continue }
                    let others = Action.allCases.filter { $0 != action }.map(\.rawValue).joined(separator: ",")
                    for scope in [others, "", "*+no-such-mechanism"] {
                        let reply = try await ask(asker, route, path, as: worker, scope: "+\(scope)")
                        // What is done to the register as a whole is about no mechanism that a token could name.
                        if !scope.hasPrefix("*") || !action.isAboutRecords {
                            #expect(reply.status == 403, "\(route.pattern) \(scope) \(reply.status)")
                        }
                        let named = house.specimens(namedIn: reply).map(\.record.description).filter { $0 != record }
                        #expect(named == [] && !reply.text.contains("planted-"), "\(route.pattern) \(scope)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "routes with a narrower token")
        }
    }
}
