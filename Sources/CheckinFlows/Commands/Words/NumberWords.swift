/// Numbers written as words, in both languages.
enum NumberWords {
  static let all: [(String, Int)] = swedish + english

  private static let swedish: [(String, Int)] = {
    let ones = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    let low =
      ["noll"] + ones
      + [
        "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton",
        "nitton",
      ]
    var words = low.enumerated().map { ($1, $0) } + [("en", 1), ("tjuge", 20), ("förtio", 40)]
    let tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
    for (index, ten) in tens.enumerated() {
      words.append((ten, (index + 2) * 10))
      words += ones.enumerated().map { (ten + $1, (index + 2) * 10 + $0 + 1) }
      words.append((ten + "en", (index + 2) * 10 + 1))
    }
    return words
  }()

  private static let english: [(String, Int)] = {
    let ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let low =
      ["zero"] + ones
      + [
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen",
      ]
    var words = low.enumerated().map { ($1, $0) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, ten) in tens.enumerated() {
      words.append((ten, (index + 2) * 10))
      words += ones.enumerated().map { (ten + $1, (index + 2) * 10 + $0 + 1) }
    }
    return words
  }()
}
