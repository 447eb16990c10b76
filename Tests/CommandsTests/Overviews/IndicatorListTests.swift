import Counting
import Mechanisms
import Publication
import Testing
import Vocabulary

@testable import Commands

/// B98: the code list by which sources name indicators, and the indicators that are counted, are one list.
@Suite struct IndicatorListTests {
    @Test func b98SourcesNameTheIndicatorsThatAreCounted() throws {
        let loader = BookLoader(resources: try Resources.find())
        let codes = try #require(try loader.book().codeLists["indicators"]).codes.map(\.id)
        #expect(codes == IndicatorBook.all.map(\.code))
        for texts in try loader.languages() {
            for code in codes {
                #expect(texts.label(of: code, in: "indicators") == texts["site.indicators.\(code).title"], "\(code)")
            }
        }
    }
}
