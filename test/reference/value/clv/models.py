"""The models of clv.py as formulas of columns: x repeats, the last at tx, by age T; mean spend m."""
import mpmath
import numpy
from scipy.special import betaln, gammaln, hyp2f1

NODES, WEIGHTS = numpy.polynomial.legendre.leggauss(24)


class BgNbd:
    names = ["r", "alpha", "a", "b"]

    @staticmethod
    def likelihood(theta, x, tx, T):
        r, alpha, a, b = theta
        stay = -(r + x) * numpy.log(alpha + T)
        with numpy.errstate(divide="ignore"):
            left = numpy.where(x > 0, numpy.log(a) - numpy.log(b + numpy.maximum(x, 1) - 1), -numpy.inf)
        left = left - (r + x) * numpy.log(alpha + tx)
        return (gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + betaln(a, b + x) - betaln(a, b)
                + numpy.logaddexp(stay, left))

    @staticmethod
    def alive(theta, x, tx, T):
        r, alpha, a, b = theta
        odds = a / (b + numpy.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x)
        return numpy.where(x > 0, 1 / (1 + odds), 1.0)

    @staticmethod
    def rate(theta, x, tx, T, u):
        """E(rate of purchases at T + u): of those alive the rate is gamma (r + x, alpha + T), the chance of leaving at a
        purchase beta (a, b + x), and E(rate e^(-rate p u)) is a hypergeometric function."""
        r, alpha, a, b = theta
        return BgNbd.alive(theta, x, tx, T) * (r + x) / (alpha + T) * hyp2f1(r + x + 1, a, a + b + x, -u / (alpha + T))

    @staticmethod
    def exact_rate(theta, x, tx, T, u):
        r, alpha, a, b = map(mpmath.mpf, theta)
        odds = a / (b + x - 1) * ((alpha + T) / (alpha + tx)) ** (r + x) if x > 0 else 0
        return (r + x) / (alpha + T) / (1 + odds) * mpmath.hyp2f1(r + x + 1, a, a + b + x, -u / (alpha + T))


class ParetoNbd:
    names = ["r", "alpha", "s", "beta"]

    @staticmethod
    def left(theta, x, tx, T):
        """s (integral from tx to T of (alpha + u)^-(r + x) (beta + u)^-(s + 1) du)."""
        r, alpha, s, beta = theta
        u = tx[:, None] + (T - tx)[:, None] * (NODES + 1) / 2
        f = (alpha + u) ** -(r + x)[:, None] * (beta + u) ** -(s + 1)
        return s * (f @ WEIGHTS) * (T - tx) / 2

    @staticmethod
    def likelihood(theta, x, tx, T):
        r, alpha, s, beta = theta
        stay = (alpha + T) ** -(r + x) * (beta + T) ** -s
        return (gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + s * numpy.log(beta)
                + numpy.log(stay + ParetoNbd.left(theta, x, tx, T)))

    @staticmethod
    def alive(theta, x, tx, T):
        r, alpha, s, beta = theta
        stay = (alpha + T) ** -(r + x) * (beta + T) ** -s
        return stay / (stay + ParetoNbd.left(theta, x, tx, T))

    @staticmethod
    def rate(theta, x, tx, T, u):
        r, alpha, s, beta = theta
        return ParetoNbd.alive(theta, x, tx, T) * (r + x) / (alpha + T) * ((beta + T) / (beta + T + u)) ** s

    @staticmethod
    def exact_rate(theta, x, tx, T, u):
        r, alpha, s, beta = map(mpmath.mpf, theta)
        stay = (alpha + T) ** -(r + x) * (beta + T) ** -s
        left = s * mpmath.quad(lambda v: (alpha + v) ** -(r + x) * (beta + v) ** -(s + 1), [tx, (tx + T) / 2, T])
        return stay / (stay + left) * (r + x) / (alpha + T) * ((beta + T) / (beta + T + u)) ** s


def spend_likelihood(theta, x, m):
    p, q, v = theta
    return (gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * numpy.log(v) + (p * x - 1) * numpy.log(m)
            + p * x * numpy.log(x) - (p * x + q) * numpy.log(v + x * m))


def expected_spend(theta, x, m):
    p, q, v = theta
    return p * (v + x * m) / (p * x + q - 1)
