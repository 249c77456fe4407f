"""Every plate: its name, what a screen reader says of it, its accent, how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.demo.plates.aerospace import aerospace
from portal.demo.plates.benefits import benefits
from portal.demo.plates.conclusion import conclusion
from portal.demo.plates.education import education
from portal.demo.plates.emobility import emobility
from portal.demo.plates.exports import exports
from portal.demo.plates.industry_today import industry_today
from portal.demo.plates.meddevices import meddevices
from portal.demo.plates.microelectronics import microelectronics
from portal.demo.plates.opening import opening
from portal.demo.plates.pharma import pharma
from portal.demo.plates.scene import Scene
from portal.demo.plates.sites import sites
from portal.demo.plates.then_now import alabushevo_now, alabushevo_then, pechatniki_now, pechatniki_then
from portal.demo.plates.workforce import workforce
from portal.demo.plates.zone_history import zone_history


@dataclass(frozen=True)
class Plate:
    """One plate; the accent is the colour token of the page's part it stands in."""

    slug: str
    title: str
    subject: str
    accent: str
    scene: Callable[[], Scene]

    @property
    def alt(self) -> str:
        """The description for those who do not see the drawing."""
        return f"Схематический рисунок: {self.subject}"

    def svg(self) -> str:
        """Return the plate as SVG, the same text each time."""
        return self.scene().svg()


PLATES = (
    Plate("opening", "Город и цех", "на конвейере между цехами и городом раскалённый слиток шаг за шагом вырастает в жилую башню", "steel", opening),
    Plate("workforce", "Линия и роботы", "три робота собирают редукторы на конвейере, у пультов стоят пустые табуреты, на пульте и верстаке лежат каски", "steel", workforce),
    Plate("education", "Учебная мастерская", "токарный станок точит ступенчатый вал, рядом на доске чертёж того же вала, позади ученические столы", "copper", education),
    Plate("industry-today", "Промышленный квартал", "квартал от края до края листа: цеха, лаборатории, котельная, резервуары, склад контейнеров и железная дорога", "steel", industry_today),
    Plate("zone-history", "Старый цех и новый корпус", "одно здание в трёх частях: цех с пилообразной крышей, голый каркас под краном и лабораторный корпус", "steel", zone_history),
    Plate("benefits", "Ступени и граница", "три ступени высотой два, семь и четырнадцать с половиной делений, перед ними грузовик с контейнером у светящейся таможенной черты", "copper", benefits),
    Plate("sites", "Десять площадок", "десять площадок с корпусами вокруг колец городского плана, расположение условно", "steel", sites),
    Plate("exports", "Маршрут ящика", "контейнеры на причале, судно и самолёт рядом с точечным глобусом, по которому расходятся маршруты", "steel", exports),
    Plate("conclusion", "Пресс и кристалл", "тяжёлый пресс над светящейся микросхемой, от его основания по полу расходятся дорожки печатной платы", "steel", conclusion),
    Plate("microelectronics", "Пластина под зондом", "кремниевая пластина с кристаллами на столе зондовой установки, рядом кассета с пластинами и готовые микросхемы", "microelectronics", microelectronics),
    Plate("pharma", "Реакторы и флаконы", "два реактора соединены трубой, на линии перед ними флаконы наполняют и закрывают", "pharma", pharma),
    Plate("aerospace", "Стыковка ступеней", "две ступени ракеты лежат на ложементах, между ними кран опускает кольцевой шпангоут", "aerospace", aerospace),
    Plate("meddevices", "Глюкометр", "глюкометр с каплей на тест-полоске, флакон с полосками и пресс, который вырубает их из ленты", "meddevices", meddevices),
    Plate("emobility", "Ячейки и шасси", "шасси электромобиля, батарея и крышка разнесены по высоте, позади робот снимает ячейки с линии", "emobility", emobility),
    Plate("alabushevo-then", "Алабушево прежде", "простые длинные корпуса предприятий микроэлектроники вокруг пустого двора, светится одно окно", "steel", alabushevo_then),
    Plate("alabushevo-now", "Алабушево сейчас", "на том же плане лабораторные корпуса с солнечными панелями, во дворе новое здание чистых помещений", "steel", alabushevo_now),
    Plate("pechatniki-then", "Печатники прежде", "цех с пилообразной крышей и двумя трубами, перед ним на конвейере автомобили", "steel", pechatniki_then),
    Plate("pechatniki-now", "Печатники сейчас", "тот же цех в новой облицовке, у конвейера роботы, рядом электромобили у зарядных стоек", "steel", pechatniki_now),
)  # fmt: skip
