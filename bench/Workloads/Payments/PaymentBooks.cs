using Bench.Measurement.Hosting;

namespace Bench.Workloads;

/// <summary>The audit of all accounts after a run: nothing lost, nothing twice, in order, money conserved.</summary>
/// <param name="accounts">The accounts, at rest.</param>
/// <param name="openingCents">What each of them began with, cents.</param>
public sealed class PaymentBooks(IReadOnlyList<Account> accounts, long openingCents)
{
    private readonly List<Payment> _debits = [.. accounts.SelectMany(account => account.Debits)];
    private readonly List<Payment> _credits = [.. accounts.SelectMany(account => account.Credits)];
    private readonly List<Payment> _declined = [.. accounts.SelectMany(account => account.Declined)];

    /// <summary>Each payment once, in its own payer's and payee's journal, as asked, in order for each payer.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="asked">The payment of a number, as it was asked for.</param>
    public void CheckJournals(Findings findings, Func<long, Payment> asked)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(_debits.Count, Numbers(_debits).Count, "payments debited once each");
        findings.ExpectEqual(_credits.Count, Numbers(_credits).Count, "payments credited once each");
        findings.Expect(
            Numbers(_debits).SetEquals(Numbers(_credits)),
            "payments debited and payments credited are not the same"
        );
        findings.Expect(
            _debits.Concat(_credits).Concat(_declined).All(payment => payment == asked(payment.Number)),
            "a payment in the journals differs from what was asked"
        );
        for (var index = 0; index < accounts.Count; index++)
        {
            var account = accounts[index];
            findings.Expect(
                account.Debits.Concat(account.Declined).All(payment => payment.Payer == index)
                    && account.Credits.All(payment => payment.Payee == index),
                "a payment is in the journal of another account"
            );
            findings.Expect(
                Ascending(account.Debits) && Ascending(account.Declined),
                "the payments of a payer are out of order"
            );
        }
    }

    /// <summary>What callers were told is what the journals say, and nothing was declined without need.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="settled">Numbers of the payments replied to as settled.</param>
    /// <param name="declined">Numbers of the payments replied to as declined.</param>
    public void CheckReplies(Findings findings, IReadOnlyList<long> settled, IReadOnlyList<long> declined)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (paid, refused) = (Numbers(_debits), Numbers(_declined));
        findings.ExpectEqual(
            0,
            settled.Count(number => !paid.Contains(number)),
            "settled but not in the journals"
        );
        findings.ExpectEqual(
            0,
            declined.Count(number => !refused.Contains(number)),
            "declined but not by the account"
        );
        findings.Expect(!paid.Overlaps(refused), "a payment was both debited and declined");
        findings.Expect(
            accounts.All(account =>
                account.Declined.Count == 0
                || account.Debits.Concat(account.Declined).Sum(payment => payment.Cents) > openingCents
            ),
            "a payment was declined although the opening balance covered it"
        );
    }

    /// <summary>Balances are those of a sequential oracle that settles the same payments one by one.</summary>
    /// <param name="findings">Takes the violations.</param>
    public void CheckBalances(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var expected = new long[accounts.Count];
        Array.Fill(expected, openingCents);
        foreach (var payment in _debits)
        {
            expected[payment.Payer] -= payment.Cents;
            expected[payment.Payee] += payment.Cents;
        }

        findings.ExpectEqual(
            openingCents * accounts.Count,
            accounts.Sum(account => account.Cents),
            "cents in all accounts together"
        );
        findings.Expect(accounts.All(account => account.Cents >= 0), "an account is overdrawn");
        findings.Expect(
            accounts.Select(account => account.Cents).SequenceEqual(expected),
            "balances differ from the sequential oracle's"
        );
    }

    private static HashSet<long> Numbers(IEnumerable<Payment> payments) =>
        [.. payments.Select(payment => payment.Number)];

    private static bool Ascending(IReadOnlyList<Payment> payments)
    {
        for (var i = 1; i < payments.Count; i++)
        {
            if (payments[i].Number <= payments[i - 1].Number)
            {
                return false;
            }
        }

        return true;
    }
}
