using Bench.Analysis;
using CsCheck;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class StudentQuantileTests
{
    private static readonly double[] s_places = [0.975, 0.995, 0.999];

    [Fact]
    public void What_is_remembered_is_what_is_found() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 2].Select(index => s_places[index]))
            .Sample(
                (freedom, place) =>
                {
                    var found = StudentT.InvCDF(0, 1, freedom, place);
                    Assert.Equal(found, StudentQuantile.Of(freedom, place));
                    Assert.Equal(found, StudentQuantile.Of(freedom, place));
                },
                iter: 200
            );
}
