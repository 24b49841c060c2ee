using System.Text;
using Bench.Results;
using Bench.Results.Json;
using Xunit;

namespace Bench.Tests.Results.Json;

/// <summary>Values of a file that a user wrote know their place.</summary>
public sealed class JsonSourceTests
{
    [Fact]
    public void A_value_knows_line_and_character_also_behind_comments_and_other_alphabets()
    {
        var root = Read("{ // one\n  \"größe\": 1, \"b\": [ true,\n null, ] }");

        var (b, list) = (root.Members[1], root.Members[1].Value);
        Assert.Equal((2, 3), (root.Members[0].Line, root.Members[0].Column));
        Assert.Equal((2, 15), (b.Line, b.Column));
        Assert.Equal((2, 20), (list.Line, list.Column));
        Assert.Equal((3, 2), (list.Items[1].Line, list.Items[1].Column));
    }

    [Theory]
    [InlineData("f.json:2:7: not JSON: ", "{\n \"ü\": x }")]
    [InlineData("f.json:1:1: not JSON: ", "")]
    public void What_is_no_JSON_is_told_with_its_place(string expected, string text) =>
        Assert.StartsWith(
            expected,
            Assert.Throws<ResultsException>(() => Read(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_source_that_tells_no_columns_tells_the_line() =>
        Assert.Equal("f.json:7", new JsonSource("f.json").Place(7, 3));

    private static JsonPlace Read(string text) =>
        new JsonSource("f.json", TellsColumns: true).Read(Encoding.UTF8.GetBytes(text));
}
