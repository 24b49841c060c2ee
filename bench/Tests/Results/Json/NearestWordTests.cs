using Bench.Results.Json;
using Xunit;

namespace Bench.Tests.Results.Json;

public sealed class NearestWordTests
{
    private static readonly string[] s_known = ["ratePerSecond", "users", "thinkMilliseconds"];

    [Theory]
    [InlineData("ratePersecond", "ratePerSecond")]
    [InlineData("rateprsecond", "ratePerSecond")]
    [InlineData("user", "users")]
    [InlineData("thinkMillis", null)]
    [InlineData("thinkMilisecond", "thinkMilliseconds")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void A_word_with_few_letters_wrong_has_its_neighbour(string word, string? expected) =>
        Assert.Equal(expected, NearestWord.To(word, s_known));

    [Fact]
    public void Of_no_words_none_is_near() => Assert.Equal("", NearestWord.Hint("users", []));
}
