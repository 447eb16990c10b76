import Foundation
import Testing

@testable import Statistics

@Suite struct ModelSurveyTests {
    /// Simplicial complexes on labelled points (OEIS A014466 and its tables), less the one that is full.
    @Test(arguments: [(2, 2, 1), (3, 2, 8), (4, 2, 64), (4, 3, 113), (5, 2, 1024), (5, 4, 6893), (6, 2, 32768)])
    func knowsAllHierarchicalModels(lists: Int, order: Int, models: Int) throws {
        let all = try ModelCatalogue.models(lists: lists, order: order)
        #expect(all.count == models && Set(all.map { Set($0.interactions) }).count == models)
    }

    @Test func holdsHierarchicalModelsOnly() throws {
        #expect(try ModelCatalogue.models(lists: 5, order: 4).allSatisfy(\.isHierarchical))
    }

    @Test(arguments: [(6, 3), (7, 2)]) func refusesWhatTakesTooLong(lists: Int, order: Int) {
        #expect(throws: StatisticsFailure.tooManyModels(lists: lists, order: order)) {
            try ModelCatalogue.models(lists: lists, order: order)
        }
    }

    @Test(.enabled(if: ReferenceData.isThere), arguments: ["Korea", "UKdat_5"])
    func ranksAsThePublishedSearchByBIC(name: String) throws {
        let reference = try ReferenceData.records("msepkg_bic_order2_\(name)")
        let ranked = try ModelSurvey(ReferenceData.table(name), order: 2).ranked { $0.bayes }
        #expect(ranked.count == reference.count)
        for (model, record) in zip(ranked, reference) {
            #expect(
                model.model.notation.dropFirst().dropLast().split(separator: " ").sorted()
                    == (record["model"] ?? "").dropFirst().dropLast().split(separator: " ").sorted())
            let bayes = try #require(Double(record["BIC"] ?? ""))
            let estimate = try #require(Double(record["abundance"] ?? ""))
            #expect(abs((model.fit?.bayes ?? 0) - bayes) < 1e-8 * bayes)
            #expect(abs((model.estimate ?? 0) - estimate) < 1e-8 * estimate)
        }
    }

    /// Issue 5: all models that the published software fitted, by AIC; the least is the one that is chosen.
    @Test(.enabled(if: ReferenceData.isThere), arguments: ["Korea", "UKdat_5", "Artificial_3"])
    func ranksByAICAsThePublishedFits(name: String) throws {
        let published = try ReferenceData.records("allmodels_order2_\(name)").filter { $0["ierr"] == "0" }
            .map { try #require(Double($0["aic"] ?? "")) }.sorted()
        let ranked = try ModelSurvey(ReferenceData.table(name), order: 2)
            .ranked(by: InformationCriterion.akaike.value(_:))
        #expect(ranked.count == published.count)
        for (model, value) in zip(ranked, published) {
            #expect(abs((model.fit?.akaike ?? 0) - value) < 1e-8 * value)
        }
    }

    /// Akaike's criterion asks two for a parameter, the Bayesian one ln 123: it never chooses the smaller model.
    @Test func choosesNoSmallerModelByAIC() throws {
        let survey = try ModelSurvey(PublishedTables.korea(), order: 2)
        let sizes = try InformationCriterion.allCases.map { criterion in
            try #require(survey.ranked(by: criterion.value(_:)).first).model.interactions.count
        }
        #expect(sizes[0] <= sizes[1])
    }

    /// f₁ = 51, f₂ = 60: 123 + (2/3) · 51² / 120.
    @Test func givesChaosLowerBound() throws {
        let chao = ChaoLowerBound(try PublishedTables.korea())
        #expect(chao.once == 51 && chao.twice == 60)
        #expect(abs(chao.bound - (123 + 2.0 / 3 * 51 * 51 / 120)) < 1e-9)
        #expect(abs(chao.unlimited - (123 + 51 * 51 / 120.0)) < 1e-9)
        #expect(chao.interval.contains(chao.bound))
    }

    /// For two lists the bound is the estimate of Lincoln and Petersen where both find as many: 30 · 30 / 10.
    @Test func boundsTwoListsByLincolnAndPetersen() throws {
        let table = try CaptureTable(lists: ["A", "B"], counts: [.b: 20, .c: 20, ListSet([0, 1]): 10])
        #expect(abs(ChaoLowerBound(table).bound - 90) < 1e-9)
    }
}
