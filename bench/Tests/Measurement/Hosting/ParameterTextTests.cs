using System.ComponentModel;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;
using CsCheck;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

public sealed class ParameterTextTests
{
    private static readonly Gen<ServiceParameters> s_parameters = Gen.Select(
        Gen.Int,
        Gen.Double[-1e9, 1e9],
        Gen.Bool,
        Gen.Enum<ArrivalProcess>(),
        Gen.Int[0, 3],
        (users, rate, durable, arrivals, spike) =>
            new ServiceParameters
            {
                Users = users,
                RatePerSecond = rate,
                Durable = durable,
                Arrivals = arrivals,
                Spike = spike,
            }
    );

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        s_parameters.Sample(parameters =>
            ParameterText.Read<ServiceParameters>(ParameterText.Of(parameters)) == parameters
        );

    [Fact]
    public void Names_are_camel_case_and_words_lower_case() =>
        Assert.Equal(
            "arrivals=poisson,durable=true,ratePerSecond=0.5,users=3",
            ParameterText
                .Of(
                    new ServiceParameters
                    {
                        Users = 3,
                        RatePerSecond = 0.5,
                        Durable = true,
                        Arrivals = ArrivalProcess.Poisson,
                    }
                )
                .ToString()
        );

    [Fact]
    public void Only_what_a_lane_changed_is_its_configuration() =>
        Assert.Equal(
            "users=7",
            ParameterText.Difference(new ServiceParameters(), new ServiceParameters { Users = 7 }).ToString()
        );

    [Fact]
    public void A_parameter_that_came_later_is_absent_at_the_value_that_changes_nothing()
    {
        var text = ParameterText.Of(new ServiceParameters()).ToString();

        Assert.DoesNotContain("spike", text, StringComparison.Ordinal);
        Assert.Contains(
            "spike=9",
            ParameterText.Of(new ServiceParameters { Spike = 9 }).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lane_can_set_a_later_parameter_back() =>
        Assert.Equal(
            "spike=0",
            ParameterText.Difference(new ServiceParameters { Spike = 9 }, new ServiceParameters()).ToString()
        );

    [Fact]
    public void A_parameter_that_is_not_given_keeps_its_default() =>
        Assert.Equal(new ServiceParameters(), ParameterText.Read<ServiceParameters>(ParameterSet.Empty));

    [Fact]
    public void An_unknown_name_is_refused_by_name() =>
        Assert.Equal("there is no parameter 'Users' in ServiceParameters", Refusal(new("Users", "5")));

    [Theory]
    [InlineData("users", "many")]
    [InlineData("users", "99999999999")]
    [InlineData("users", "")]
    [InlineData("ratePerSecond", "fast")]
    [InlineData("durable", "maybe")]
    [InlineData("arrivals", "bursts")]
    [InlineData("arrivals", "7")]
    [InlineData("arrivals", "1")]
    public void A_value_of_another_type_is_refused_with_its_parameter(string name, string text) =>
        Assert.Equal($"'{text}' is no value for {name}", Refusal(new(name, text)));

    private static string Refusal(KeyValuePair<string, string> pair) =>
        Assert
            .Throws<ArgumentException>(() => ParameterText.Read<ServiceParameters>(new ParameterSet([pair])))
            .Message;

    internal sealed record ServiceParameters
    {
        public int Users { get; init; } = 500;
        public double RatePerSecond { get; init; } = 1_000;
        public bool Durable { get; init; }
        public ArrivalProcess Arrivals { get; init; }

        [DefaultValue(0)]
        public int Spike { get; init; }

        /// <summary>Follows from the others, so it is no parameter.</summary>
        public double PerUser => RatePerSecond / Users;
    }
}
