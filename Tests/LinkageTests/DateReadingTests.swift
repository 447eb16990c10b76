import Testing

@testable import Linkage

@Suite struct DateReadingTests {
    @Test(
        arguments: [
            ("1990-04-03", 0x1990_0403), ("03/04/1990", 0x1990_0403), ("3.4.90", 0x1990_0403),
            ("19900403", 0x1990_0403),
            ("1990", 0x1990_FFFF), ("04/1990", 0x1990_04FF), ("3 April 1990", 0x1990_0403),
            ("3 juillet 1990", 0x1990_0703),
            ("29-1q-1983", 0x1983_1F29), ("00/00/1990", 0x1990_FFFF), ("1990-04-03T00:00:00", 0x1990_0403), ("", 0),
            ("unknown", 0),
        ] as [(String, UInt32)])
    func readsWhatPeopleWrite(text: String, digits: UInt32) {
        #expect(DateReading(samples: ["13/04/1990"]).read(text).digits == digits)
    }

    @Test func findsTheOrderOfDayAndMonthFromTheColumn() {
        #expect(DateReading(samples: ["04/13/1990", "01/02/1990"]).read("04/03/1990").digits == 0x1990_0403)
        #expect(DateReading(samples: ["13041990"]).read("03041990").digits == 0x1990_0403)
    }

    /// Two files of the same two persons; the second, from elsewhere, has the month first.
    @Test func readsTheDatesOfEachFileInItsOwnOrder() throws {
        var builder = try TableBuilder(
            ColumnRoles(parsing: "birth=born"), header: ["born"], samples: [["1990-04-03"], ["1981-12-24"]])
        try builder.beginSource(header: ["born"], samples: [["1990-04-03"], ["1981-12-24"]])
        for text in ["1990-04-03", "1981-12-24"] { builder.append { _ in text } }
        try builder.beginSource(header: ["id", "born"], samples: [["1", "04/03/1990"], ["2", "12/24/1981"]])
        for text in ["04/03/1990", "12/24/1981"] { builder.append { $0 == 1 ? text : "" } }
        let table = try builder.finish()
        #expect(table.cell(0, 0) == table.cell(2, 0) && table.cell(1, 0) == table.cell(3, 0))
    }

    @Test(
        arguments: [
            (0x1990_0403, 0x1990_0403, Levels.Days.exact), (0x1990_0403, 0x1990_0304, Levels.Days.swapped),
            (0x1978_0403, 0x1987_0403, Levels.Days.yearPermuted), (0x1990_0403, 0x1990_0408, Levels.Days.oneDigit),
            (0x1990_0403, 0x1990_0518, Levels.Days.year), (0x1990_0403, 0x1964_0403, Levels.Days.sameDay),
            (0x1990_0403, 0x1990_FFFF, Levels.Days.knownYear), (0x1990_FFFF, 0x1991_FFFF, Levels.Days.adjacentYear),
            (0x1990_0403, 0x1964_1127, Levels.Days.different), (0x1990_0403, 0, Levels.missing),
        ] as [(UInt32, UInt32, UInt8)])
    func knowsHowDatesGoWrong(first: UInt32, second: UInt32, level: UInt8) {
        #expect(DayComparison.level(first, second) == level)
        #expect(DayComparison.level(second, first) == level)
    }
}
