"""What is said about who may do what."""

from backend.core.messages import MessageId


class AccountMessage(MessageId):
    """Why somebody may not, in both languages."""

    SIGN_IN = "Please sign in first.", "Inicie sesión primero."
    OTHER_ACCOUNT = (
        (
            "Somebody else has signed in from another window of this browser. "
            "Copy what you typed, sign in as yourself again, and reload this page."
        ),
        (
            "Otra persona ha iniciado sesión desde otra ventana de este navegador. "
            "Copie lo que escribió, inicie sesión de nuevo con su cuenta y recargue esta página."
        ),
    )
    ONLY_OFFICIALS = (
        "Only officials can do this, and for themselves.",
        "Esto solo pueden hacerlo quienes tienen un cargo, y para sí mismos.",
    )
    ONLY_CHARGED_STAFF = (
        "Only staff who are charged with this may do it.",
        "Esto solo puede hacerlo el personal encargado de ello.",
    )
    ONLY_STAFF = (
        "Only staff may use this address.",
        "Esta dirección es solo para el personal.",
    )
    SECOND_FACTOR = (
        "Sign in with your second factor to use this address.",
        "Inicie sesión con su segundo factor para usar esta dirección.",
    )
