using Bench.Cli.Terminal;
using Xunit;

namespace Bench.Tests.Cli.Terminal;

public sealed class ParagraphTests
{
    [Fact]
    public void Lines_break_between_words_and_are_indented_after_the_first() =>
        Assert.Equal("note: one two\n  three four", Paragraph.Wrap("note: one two three four", 14));

    [Fact]
    public void What_fits_stays_as_it_is() => Assert.Equal("as it is", Paragraph.Wrap("as it is", 8));

    [Fact]
    public void A_word_wider_than_a_line_stays_whole() =>
        Assert.Equal("a\n  /very/long/path", Paragraph.Wrap("a /very/long/path", 8));
}
