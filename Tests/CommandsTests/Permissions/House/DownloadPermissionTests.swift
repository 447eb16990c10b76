import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// The file of a document, in whatever state it is and however one stands to it, as programs and pages fetch it.
    @Suite struct DownloadPermissionTests {
        /// A way to a file.
        enum Way: CaseIterable, Sendable {
            case interface, page

            func ask(_ asker: Asker, _ record: String, _ worker: Worker) async throws -> Asker.Reply {
                switch self {
                case .interface: try await asker.ask("/api/v1/documents/\(record)/file", as: worker)
                case .page: try await asker.visit("/work/record/\(record)/file", as: worker)
                }
            }
        }

        private func documents(_ house: PermissionHouse) -> [PermissionWorld.Specimen] {
            house.world.specimens.filter { $0.mechanism.name == "document" }
        }

        private func isGiven(
            _ document: PermissionWorld.Specimen, to worker: Worker, _ house: PermissionHouse
        ) -> Bool {
            house.expected.mayFetch(worker.function, fileOf: document, for: worker.purpose)
                && DecidedPermissions.downloadStates.contains(document.state)
        }

        @Test(arguments: Way.allCases, Worker.all)
        func aFileIsGivenToWhomTheMatrixSaysAndElseLikeNothing(way: Way, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                let absent = try await way.ask(asker, HousePermissionTests.nobody, worker)
                var tried = 0
                for document in documents(house) {
                    let record = document.record.description
                    let reply = try await way.ask(asker, record, worker)
                    let mayFetch = house.expected.mayFetch(worker.function, fileOf: document, for: worker.purpose)
                    let isKnown = [Action.read, .list].contains {
                        house.expected.ceiling(worker, $0, of: document) != nil
                    }
                    if isGiven(document, to: worker, house) {
                        #expect(reply.status == 200, "\(document.place) \(reply.text)")
                        #expect(reply.text == PermissionWorld.Specimen.file(marked: document.mark), "\(document.place)")
                    } else if mayFetch {
                        #expect(reply.status == 409, "\(document.place) \(reply.text)")
                    } else if isKnown {
                        #expect(reply.status == 403, "\(document.place) \(reply.text)")
                    } else {
                        let isSame = try await house.isSame(
                            reply, as: absent, again: { try await way.ask(asker, $0, worker) }, record)
                        #expect(isSame, "\(document.place): \(reply) beside \(absent)")
                    }
                    #expect(house.leaks(in: reply, for: worker) == [], "\(document.place)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "files of documents, \(way)")
            #expect(tried > 70)
        }

        /// At the address of a file stands no other record.
        @Test(arguments: Way.allCases, Worker.all)
        func nothingButADocumentHasAFile(way: Way, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let readable = house.world.specimens.filter {
                $0.mechanism.name != "document" && house.expected.ceiling(worker, .read, of: $0) != nil
            }
            let one = Dictionary(grouping: readable, by: \.mechanism.name).values.compactMap(\.first)
            let tried = try await house.asking { asker in
                for specimen in one {
                    let reply = try await way.ask(asker, specimen.record.description, worker)
                    let mayCome = way == .page || house.expected.mayCome(worker, to: .read, [.sharing])
                    #expect(reply.status == (mayCome ? 404 : 403), "\(specimen.place) \(reply.text)")
                    #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
                }
                return one.count
            }
            Tally.add(tried, to: "files of what has none, \(way)")
        }

        /// A link to a file stands on the page of its document where the file is given, and nowhere else.
        @Test(arguments: Worker.all)
        func aPageOffersTheFilesThatItsReaderIsGiven(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for document in documents(house) where house.expected.ceiling(worker, .read, of: document) != nil {
                    let reply = try await asker.visit("/work/record/\(document.record)", as: worker)
                    let isOffered = reply.text.contains("/work/record/\(document.record)/file\"")
                    #expect(reply.status == 200, "\(document.place)")
                    #expect(isOffered == isGiven(document, to: worker, house), "\(document.place)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "pages that offer a file")
        }
    }
}
