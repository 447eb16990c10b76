import Access
import Foundation
import HTTPTypes
import Testing

@testable import Website

extension HousePermissionTests {
    /// The places made by hand: who comes to them is written down beside the matrix, and not read off their routes.
    @Suite struct DeskPermissionTests {
        /// Addresses of desks with who comes there.
        private func desks(_ house: PermissionHouse) -> [(route: Route, address: String, functions: Set<FunctionKind>)]
        {
            house.table.routes.compactMap { route in
                guard let desk = ExpectedPermissions.desk(of: route.pattern),
                    let address = route.address(record: HousePermissionTests.nobody)
                else { return nil }
                return (route, address, desk.functions)
            }
        }

        @Test(arguments: Worker.all)
        func anAddressOfADeskLetsInThoseWhoseDeskItIs(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for (route, address, functions) in desks(house) {
                    let isTheirs = functions.contains(worker.function)
                    // What somebody sends who may is for the tests of the desk: it would be done.
                    if isTheirs && (route.method != .get || !worker.isUsual) { continue }
                    let form = route.method == .get ? nil : [("reason", "because")]
                    let reply = try await asker.visit(address, as: worker, form: form)
                    #expect((reply.status == 403) == !isTheirs, "\(route.method) \(route.pattern) \(reply.status)")
                    #expect(house.leaks(in: reply, for: worker) == [], "\(route.pattern)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "addresses of desks")
            #expect(tried > 20)
        }

        @Test(arguments: Worker.all)
        func aDeskStandsInTheNavigationOfThoseWhoseDeskItIs(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            try await house.asking { asker in
                let page = try await asker.visit("/work", as: worker)
                #expect(page.status == 200)
                for home in ["/work/import", "/work/releasing", "/work/protection", "/work/administration"] {
                    let functions = try #require(ExpectedPermissions.desk(of: home)).functions
                    let isTheirs = functions.contains(worker.function) && worker.isUsual
                    #expect(page.text.contains("href=\"\(home)\"") == isTheirs, "\(home)")
                }
                Tally.add(4, to: "desks in the navigation")
            }
        }
    }
}
