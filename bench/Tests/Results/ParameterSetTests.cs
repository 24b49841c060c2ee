using System.Globalization;
using System.Text.Json;
using Bench.Results;
using CsCheck;
using Xunit;

namespace Bench.Tests.Results;

public sealed class ParameterSetTests
{
    [Fact]
    public void Order_of_construction_does_not_matter()
    {
        var one = new ParameterSet([new("users", "500"), new("arrivals", "poisson")]);
        var other = new ParameterSet([new("arrivals", "poisson"), new("users", "500")]);

        Assert.Equal(one, other);
        Assert.Equal("arrivals=poisson,users=500", other.ToString());
    }

    [Fact]
    public void Numbers_are_numbers_in_json_and_words_are_strings() =>
        Assert.Equal(
            """{"arrivals":"poisson","durable":"true","rate":0.50,"users":500}""",
            Json([
                new("users", "500"),
                new("rate", "0.50"),
                new("arrivals", "poisson"),
                new("durable", "true"),
            ])
        );

    [Fact]
    public void Whatever_its_text_a_value_is_the_same_after_json() =>
        Gen.OneOf(
                Gen.String[Gen.Char.AlphaNumeric, 0, 40],
                Gen.Double.Select(number => Text(number)),
                Gen.Decimal.Select(number => Text(number))
            )
            .Sample(text => Read(Json([new("name", text)]))["name"] == text);

    [Theory]
    [InlineData("1e3")]
    [InlineData("007")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("-0")]
    [InlineData("123456789012345678901234567890123")]
    public void Text_that_merely_looks_like_a_number_stays_as_it_is(string text) =>
        Assert.Equal(text, Read(Json([new("name", text)]))["name"]);

    [Fact]
    public void A_value_is_found_by_its_name_alone()
    {
        var set = new ParameterSet([new("users", "500"), new("arrivals", "poisson")]);

        Assert.Equal("500", set["users"]);
        Assert.Null(set["Users"]);
        Assert.Equal(500, set.Number("users"));
        Assert.Null(set.Number("arrivals"));
        Assert.Null(set.Number("absent"));
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Json(IEnumerable<KeyValuePair<string, string>> items) =>
        JsonSerializer.Serialize(new ParameterSet(items));

    private static ParameterSet Read(string json) => JsonSerializer.Deserialize<ParameterSet>(json)!;
}
